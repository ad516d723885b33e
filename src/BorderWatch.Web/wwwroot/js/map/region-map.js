// A region's map: what it is made of, as far as that has lines, and what happened there. It neither scrolls nor drags; its buttons zoom.
import { canDraw, maplibre, openWorld } from './world.js';
import { areaLayers, bounds, sources, spotLayers } from './spots.js';

const kilometresOfWorld = 40075;
const pixelsOfWorld = 512; // At zoom 0.

const features = (type, list) => ({ type: 'FeatureCollection', features: list.map(({ coordinates, properties }) => ({ type: 'Feature', geometry: { type, coordinates }, properties: properties ?? {} })) });

// As wide as the land on both sides: a line of so many kilometres, at the latitude of its middle.
const asWide = {
  'line-width': ['interpolate', ['exponential', 2], ['zoom'], 0, ['get', 'pixels'], 12, ['*', 4096, ['get', 'pixels']]],
};

// The strip is opaque: where a wide line lies over itself, transparency would add up. The borders are drawn once more upon it.
const partLayers = colours => [
  { id: 'strips', type: 'line', source: 'strips', layout: { 'line-cap': 'round', 'line-join': 'round' }, paint: { 'line-color': colours.strip, ...asWide } },
  { id: 'strip-borders', type: 'line', source: 'borders', layout: { 'line-join': 'round' }, paint: { 'line-color': colours.border, 'line-width': 1.4 } },
  { id: 'outlines', type: 'fill', source: 'outlines', paint: { 'fill-color': colours.selected, 'fill-opacity': 0.08 } },
  { id: 'outline-edges', type: 'line', source: 'outlines', paint: { 'line-color': colours.selected, 'line-width': 1.6 } },
];

/** Opens the map on spots and on the region's outlines and borders; null where the browser cannot draw it. */
export async function open(element, spots, outlines, borders) {
  if (!canDraw()) return null;
  const strips = borders.map(({ lines, kilometres }) => {
    const latitude = lines.flat().reduce((sum, [, y]) => sum + y, 0) / lines.flat().length;
    return { coordinates: lines, properties: { pixels: (2 * kilometres * pixelsOfWorld) / (kilometresOfWorld * Math.cos((latitude * Math.PI) / 180)) } };
  });
  const corners = [...outlines.flat(), ...borders.flatMap(border => border.lines.flat())].map(([longitude, latitude]) => ({ longitude, latitude, radius: 0 }));
  const box = bounds([...corners, ...spots.filter(spot => spot.radius === 0 || corners.length === 0)]) ?? [58, 27, 80, 44];
  const drawn = {
    strips: { type: 'geojson', data: features('MultiLineString', strips) },
    outlines: { type: 'geojson', data: features('Polygon', outlines.map(ring => ({ coordinates: [[...ring, ring[0]]] }))) },
    ...sources(spots, false),
  };
  const options = { bounds: box, fitBoundsOptions: { padding: 30, maxZoom: 8 }, interactive: false };
  const map = await openWorld(element, options, colours => [...partLayers(colours), ...areaLayers(colours)], spotLayers, drawn);
  map.addControl(new maplibre.NavigationControl({ showCompass: false }), 'top-right');
  map.addControl(new maplibre.ScaleControl({ maxWidth: 90 }), 'bottom-left');
  return { dispose: () => map.remove() };
}
