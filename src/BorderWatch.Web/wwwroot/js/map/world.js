// The world that incidents are drawn on: Natural Earth's countries and GeoNames' towns, all from our own files.
// Labels are drawn with the reader's own fonts (MapLibre does so for a style without "glyphs"), so no map or font server is asked.
import * as maplibre from '../../lib/maplibre-gl/maplibre-gl.mjs';
import { feature, mesh } from '../../lib/topojson-client/index.js';
import { palette } from './palette.js';

const folder = new URL('../../lib/', import.meta.url);
const fonts = ['system-ui', 'Noto Sans', 'Liberation Sans', 'sans-serif'];
const fineFrom = 4.5; // The zoom from which the coarse borders would show their corners.

const json = new Map();
const read = name => {
  if (!json.has(name)) json.set(name, fetch(new URL(`world/${name}`, folder)).then(answer => {
    if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`);
    return answer.json();
  }).catch(error => { json.delete(name); throw error; }));
  return json.get(name);
};

/** True where the browser can draw the map at all. */
export const canDraw = () => {
  const context = document.createElement('canvas').getContext('webgl2');
  context?.getExtension('WEBGL_lose_context')?.loseContext();
  return context !== null;
};

const addStyleSheet = () => {
  const href = new URL('maplibre-gl/maplibre-gl.css', folder).href;
  if (document.querySelector(`link[href="${href}"]`)) return Promise.resolve();
  const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href });
  const loaded = new Promise(done => { link.onload = link.onerror = done; });
  document.head.append(link);
  return loaded;
};

const points = (rows, toFeature) => ({ type: 'FeatureCollection', features: rows.map(toFeature) });
const point = (longitude, latitude, properties) => ({ type: 'Feature', geometry: { type: 'Point', coordinates: [longitude, latitude] }, properties });

// Twice the signed area of a ring, and the ring's centre; in degrees, which is good enough to place a name.
const ringCentre = ring => {
  let [area, x, y] = [0, 0, 0];
  for (let i = 0; i + 1 < ring.length; i++) {
    const cross = ring[i][0] * ring[i + 1][1] - ring[i + 1][0] * ring[i][1];
    area += cross;
    x += (ring[i][0] + ring[i + 1][0]) * cross;
    y += (ring[i][1] + ring[i + 1][1]) * cross;
  }
  return { area: Math.abs(area), longitude: x / (3 * area), latitude: y / (3 * area) };
};

const countryName = country => {
  const polygons = country.geometry.type === 'Polygon' ? [country.geometry.coordinates] : country.geometry.coordinates;
  const largest = polygons.map(polygon => ringCentre(polygon[0])).reduce((a, b) => (a.area >= b.area ? a : b));
  const zoom = largest.area > 400 ? 1 : largest.area > 60 ? 2.5 : largest.area > 10 ? 3.5 : 5;
  return point(largest.longitude, largest.latitude, { name: country.properties.name, zoom, rank: -largest.area });
};

const shapes = topology => {
  const { countries } = topology.objects;
  return {
    land: feature(topology, countries),
    borders: mesh(topology, countries, (a, b) => a !== b),
    coast: mesh(topology, countries, (a, b) => a === b),
  };
};

const lineWidth = (thin, thick) => ['interpolate', ['linear'], ['zoom'], 2, thin, 8, thick];
const shown = ['<=', ['get', 'zoom'], ['zoom']];

/** The layers below the incidents. */
const groundLayers = colours => [
  { id: 'sea', type: 'background', paint: { 'background-color': colours.sea } },
  { id: 'land', type: 'fill', source: 'land', paint: { 'fill-color': colours.land, 'fill-antialias': false } },
  { id: 'coast', type: 'line', source: 'coast', paint: { 'line-color': colours.coast, 'line-width': lineWidth(0.5, 1) } },
  { id: 'borders', type: 'line', source: 'borders', layout: { 'line-join': 'round' }, paint: { 'line-color': colours.border, 'line-width': lineWidth(0.7, 1.8) } },
];

/** The layers of names, above areas and below spots. */
const nameLayers = colours => [
  {
    id: 'country-names', type: 'symbol', source: 'country-names', filter: shown, maxzoom: 8,
    layout: { 'text-field': ['upcase', ['get', 'name']], 'text-font': fonts, 'text-size': ['interpolate', ['linear'], ['zoom'], 2, 10, 6, 14], 'text-letter-spacing': 0.12, 'text-max-width': 8, 'text-padding': 6, 'symbol-sort-key': ['get', 'rank'] },
    paint: { 'text-color': colours.countryName, 'text-halo-color': colours.halo, 'text-halo-width': 1.4 },
  },
  {
    id: 'towns', type: 'symbol', source: 'towns', filter: shown,
    layout: { 'text-field': ['concat', '• ', ['get', 'name']], 'text-font': fonts, 'text-anchor': 'left', 'text-offset': [-0.25, 0], 'text-size': ['interpolate', ['linear'], ['zoom'], 3, 11, 8, 13], 'text-max-width': 14, 'text-padding': 4, 'symbol-sort-key': ['get', 'rank'] },
    paint: { 'text-color': colours.townName, 'text-halo-color': colours.halo, 'text-halo-width': 1.4 },
  },
];

const repaint = (map, layers) => {
  for (const layer of layers) {
    for (const [name, value] of Object.entries(layer.paint)) map.setPaintProperty(layer.id, name, value);
  }
};

/**
 * Makes a map with the world on it.
 * @param {HTMLElement} element where
 * @param {object} options MapLibre's own, for what differs between maps
 * @param {(colours) => object[]} areaLayers layers between ground and names
 * @param {(colours) => object[]} spotLayers layers above the names
 * @param {object} sources what those layers draw
 */
export async function openWorld(element, options, areaLayers, spotLayers, sources) {
  const [coarse, towns] = await Promise.all([read('countries-50m.json'), read('towns.json'), addStyleSheet()]);
  const allLayers = () => [...groundLayers(palette()), ...areaLayers(palette()), ...nameLayers(palette()), ...spotLayers(palette())];
  const ground = shapes(coarse);
  const geo = data => ({ type: 'geojson', data, tolerance: 0.2 });
  const map = new maplibre.Map({
    container: element,
    attributionControl: { compact: element.clientWidth < 640, customAttribution: element.dataset.attribution },
    dragRotate: false, pitchWithRotate: false, touchPitch: false, rollEnabled: false,
    maxZoom: 12, minZoom: 1, renderWorldCopies: false,
    ...options,
    // The page says it, in the language of its reader.
    locale: {
      'Map.Title': element.dataset.title, 'NavigationControl.ZoomIn': element.dataset.zoomIn, 'NavigationControl.ZoomOut': element.dataset.zoomOut,
      'AttributionControl.ToggleAttribution': element.dataset.toggleAttribution, 'ScaleControl.Meters': element.dataset.metres, 'ScaleControl.Kilometers': element.dataset.kilometres,
    },
    style: {
      version: 8,
      sources: {
        land: geo(ground.land), borders: geo(ground.borders), coast: geo(ground.coast),
        'country-names': geo(points(ground.land.features, countryName)),
        towns: geo(points(towns, ([name, longitude, latitude, zoom], rank) => point(longitude, latitude, { name, zoom, rank }))),
        ...sources,
      },
      layers: allLayers(),
    },
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();

  let isFine = false;
  const refine = async () => {
    if (isFine || map.getZoom() < fineFrom) return;
    isFine = true;
    try {
      const fine = shapes(await read('countries-10m.json'));
      for (const name of ['land', 'borders', 'coast']) map.getSource(name)?.setData(fine[name]);
    } catch (error) {
      isFine = false; // The coarse borders stay; the next zoom tries again.
      console.warn('The detailed borders could not be loaded.', error);
    }
  };
  map.on('zoomend', refine);

  const scheme = new MutationObserver(() => repaint(map, allLayers()));
  scheme.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  map.once('remove', () => scheme.disconnect());

  await new Promise((loaded, failed) => {
    map.once('load', loaded);
    map.once('error', event => failed(event.error));
  });
  map.on('error', event => console.warn(event.error));
  refine();
  return map;
}

export { maplibre };
