// The map page's map. It tells Blazor where it looks, is handed the spots that are there, and tells which one the reader chose.
import { canDraw, maplibre, openWorld } from './world.js';
import { palette } from './palette.js';
import { areaLayers, bounds, shapes, sources, spotLayers } from './spots.js';

const apartFrom = 10.5; // The zoom from which every place is drawn for itself.
const clickable = ['dots', 'area-middles', 'areas'];

class IncidentMap {
  constructor(map, target) {
    Object.assign(this, { map, target, popup: new maplibre.Popup({ closeButton: false, closeOnClick: false, offset: 12, className: 'bw-map-hint' }) });
    map.addControl(new maplibre.NavigationControl({ showCompass: false }), 'top-right');
    map.addControl(new maplibre.ScaleControl({ maxWidth: 90 }), 'bottom-left');
    map.on('click', event => this.#click(event));
    map.on('mousemove', event => this.#hint(event));
    map.on('mouseout', () => this.popup.remove());
    map.on('moveend', () => this.#look());
    this.#look();
  }

  /** Draws other spots. */
  setSpots(spots) {
    const drawn = shapes(spots ?? []);
    for (const name of ['dots', 'areas', 'middles']) this.map.getSource(name).setData(drawn[name]);
  }

  /** Looks at a part of the world; null leaves the map where it is. */
  fit(box) {
    if (box) this.map.fitBounds(box, { padding: 40, maxZoom: 7 });
    else this.#look();
  }

  /** Draws how thickly incidents lie, or where each is. */
  setHeat(isHeat) {
    for (const layer of spotLayers(palette())) this.map.setLayoutProperty(layer.id, 'visibility', (layer.id === 'heat') === isHeat ? 'visible' : 'none');
  }

  /** Marks a spot; null marks none. */
  mark(key) {
    for (const layer of ['dot-selected', 'area-selected']) this.map.setFilter(layer, ['==', ['get', 'key'], key ?? '']);
  }

  /** Marks a spot and brings it into view. */
  reveal(key, longitude, latitude, radius) {
    this.mark(key);
    if (radius > 0) this.map.fitBounds(bounds([{ longitude, latitude, radius }]), { padding: 60, maxZoom: 8 });
    else if (!this.map.getBounds().contains([longitude, latitude]) || this.map.getZoom() < apartFrom) this.map.easeTo({ center: [longitude, latitude], zoom: Math.max(this.map.getZoom(), apartFrom) });
  }

  dispose() {
    this.map.remove();
  }

  async #look() {
    const box = this.map.getBounds();
    await this.target.invokeMethodAsync('OnLookedAsync', box.getWest(), box.getSouth(), box.getEast(), box.getNorth(), this.map.getZoom());
  }

  // The spot under the pointer: dots before areas, the smallest area first.
  #under(point) {
    const found = this.map.queryRenderedFeatures([[point.x - 4, point.y - 4], [point.x + 4, point.y + 4]], { layers: ['clusters', ...clickable] });
    const rank = feature => (feature.layer.id === 'clusters' ? -2 : feature.layer.id === 'dots' ? -1 : feature.properties.radius + (feature.layer.id === 'areas' ? 1 : 0));
    return found.sort((a, b) => rank(a) - rank(b))[0];
  }

  async #click({ point }) {
    this.popup.remove();
    const feature = this.#under(point);
    if (feature?.properties.point_count) {
      const zoom = await this.map.getSource('dots').getClusterExpansionZoom(feature.properties.cluster_id);
      this.map.easeTo({ center: feature.geometry.coordinates, zoom });
      return;
    }
    if (feature && !feature.properties.apart) {
      this.map.easeTo({ center: feature.geometry.coordinates, zoom: Math.min(apartFrom, this.map.getZoom() + 2) });
      return;
    }
    this.mark(feature?.properties.key);
    await this.target.invokeMethodAsync('OnSpotChosenAsync', feature?.properties.key ?? null);
  }

  #hint({ point, lngLat }) {
    const feature = this.#under(point);
    this.map.getCanvas().style.cursor = feature ? 'pointer' : '';
    if (!feature) return void this.popup.remove();
    const text = feature.properties.point_count ? `${feature.properties.incidents} incidents close together` : feature.properties.label;
    this.popup.setLngLat(lngLat).setText(text).addTo(this.map);
  }
}

/** Opens the map on a part of the world; null where the browser cannot draw it. */
export async function open(element, target, box) {
  if (!canDraw()) return null;
  const options = { bounds: box ?? [58, 27, 80, 44], fitBoundsOptions: { padding: 40, maxZoom: 7 } };
  return new IncidentMap(await openWorld(element, options, areaLayers, spotLayers, sources([], true)), target);
}
