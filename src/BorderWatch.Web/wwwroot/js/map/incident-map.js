// The map page's map. Blazor hands it spots and is told which one the reader chose.
import { canDraw, maplibre, openWorld } from './world.js';
import { areaLayers, bounds, shapes, sources, spotLayers } from './spots.js';

const clickable = ['dots', 'area-middles', 'areas'];

class IncidentMap {
  constructor(map, target, spots) {
    Object.assign(this, { map, target, spots, popup: new maplibre.Popup({ closeButton: false, closeOnClick: false, offset: 12, className: 'bw-map-hint' }) });
    map.addControl(new maplibre.NavigationControl({ showCompass: false }), 'top-right');
    map.addControl(new maplibre.ScaleControl({ maxWidth: 90 }), 'bottom-left');
    map.on('click', event => this.#click(event));
    map.on('mousemove', event => this.#hint(event));
    map.on('mouseout', () => this.popup.remove());
    this.#show(false);
  }

  /** Draws other spots. */
  setSpots(spots) {
    const places = list => list.map(spot => spot.key).sort().join();
    const moved = places(spots) !== places(this.spots);
    this.spots = spots;
    const drawn = shapes(spots);
    for (const name of ['dots', 'areas', 'middles']) this.map.getSource(name).setData(drawn[name]);
    if (moved) this.#show(true);
  }

  /** Marks a spot; null marks none. */
  mark(key) {
    for (const layer of ['dot-selected', 'area-selected']) this.map.setFilter(layer, ['==', ['get', 'key'], key ?? '']);
  }

  /** Marks a spot and brings it into view. */
  reveal(key) {
    this.mark(key);
    const spot = this.spots.find(candidate => candidate.key === key);
    if (!spot) return;
    if (spot.radius > 0) this.map.fitBounds(bounds([spot]), { padding: 60, maxZoom: 8 });
    else this.map.easeTo({ center: [spot.longitude, spot.latitude], zoom: Math.max(this.map.getZoom(), 10.5) });
  }

  dispose() {
    this.map.remove();
  }

  #show(animate) {
    const box = bounds(this.spots);
    if (box) this.map.fitBounds(box, { padding: 40, maxZoom: 7, animate });
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

/** Opens the map; null where the browser cannot draw it. */
export async function open(element, target, spots) {
  if (!canDraw()) return null;
  const options = { bounds: bounds(spots) ?? [58, 27, 80, 44], fitBoundsOptions: { padding: 40, maxZoom: 7 }, locale: { 'Map.Title': 'Map of incidents. The list holds the same incidents.' } };
  return new IncidentMap(await openWorld(element, options, areaLayers, spotLayers, sources(spots, true)), target, spots);
}
