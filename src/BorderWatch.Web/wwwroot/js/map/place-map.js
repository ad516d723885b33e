// The small map of one place. It neither scrolls nor drags, so that it is no trap on the way down the page; its buttons zoom.
import { canDraw, maplibre, openWorld } from './world.js';
import { areaLayers, bounds, sources, spotLayers } from './spots.js';

/** Opens the map; null where the browser cannot draw it. */
export async function open(element, spot) {
  if (!canDraw()) return null;
  const view = spot.radius > 0
    ? { bounds: bounds([{ ...spot, radius: spot.radius * 1.6 }]) }
    : { center: [spot.longitude, spot.latitude], zoom: 6 };
  const options = { ...view, interactive: false };
  const map = await openWorld(element, options, areaLayers, spotLayers, sources([spot], false));
  map.addControl(new maplibre.NavigationControl({ showCompass: false }), 'top-right');
  map.setLayoutProperty('area-counts', 'visibility', 'none');
  return { dispose: () => map.remove() };
}
