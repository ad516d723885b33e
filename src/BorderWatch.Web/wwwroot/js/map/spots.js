// Incidents as shapes: a dot where the place is known, a soft area with a dashed edge where only its surroundings are. Never a pin.
const kilometresPerDegree = 111.32;

/** A circle on the ground as a closed ring of longitudes and latitudes. */
export const ring = (longitude, latitude, kilometres, corners = 72) => Array.from({ length: corners + 1 }, (_, i) => {
  const angle = 2 * Math.PI * (i % corners) / corners;
  const north = kilometres / kilometresPerDegree;
  const east = north / Math.max(0.05, Math.cos(latitude * Math.PI / 180));
  return [longitude + east * Math.cos(angle), latitude + north * Math.sin(angle)];
});

/** West, south, east, north of spots, their areas included; null for none. */
export const bounds = spots => spots.length === 0 ? null : spots.flatMap(spot => ring(spot.longitude, spot.latitude, spot.radius, 4)).reduce(
  ([west, south, east, north], [x, y]) => [Math.min(west, x), Math.min(south, y), Math.max(east, x), Math.max(north, y)], [180, 90, -180, -90]);

const collection = features => ({ type: 'FeatureCollection', features });
const at = spot => ({ type: 'Point', coordinates: [spot.longitude, spot.latitude] });
const properties = ({ key, count, killed, slug, label, radius, apart }) => ({ key, count, killed, slug, label, radius, apart: apart ?? true });

/** Spots to what MapLibre draws: dots, areas, and the middles of areas. */
export const shapes = spots => {
  const areas = spots.filter(spot => spot.radius > 0).sort((a, b) => b.radius - a.radius);
  const make = (list, geometry) => collection(list.map(spot => ({ type: 'Feature', geometry: geometry(spot), properties: properties(spot) })));
  return {
    dots: make(spots.filter(spot => spot.radius === 0), at),
    areas: make(areas, spot => ({ type: 'Polygon', coordinates: [ring(spot.longitude, spot.latitude, spot.radius)] })),
    middles: make(areas, at),
  };
};

export const sources = (spots, clustered) => {
  const { dots, areas, middles } = shapes(spots);
  return {
    dots: { type: 'geojson', data: dots, ...(clustered && { cluster: true, clusterRadius: 20, clusterMaxZoom: 10, clusterProperties: { incidents: ['+', ['get', 'count']] } }) },
    areas: { type: 'geojson', data: areas },
    middles: { type: 'geojson', data: middles },
  };
};

const fonts = ['system-ui', 'Noto Sans', 'Liberation Sans', 'sans-serif'];
const single = ['!', ['has', 'point_count']];
const colour = colours => ['match', ['get', 'slug'], ...Object.entries(colours.events).flat(), colours.several];
// An area of the circle for each person killed: twice as many dead is twice as much ink.
const dotRadius = ['min', 22, ['+', 5, ['*', 2, ['sqrt', ['get', 'killed']]]]];
// "16k": what is more than a disc holds.
const short = name => ['case', ['>=', ['get', name], 10000], ['concat', ['to-string', ['round', ['/', ['get', name], 1000]]], 'k'], ['to-string', ['get', name]]];
const number = { 'text-font': fonts, 'text-size': 11, 'text-allow-overlap': true, 'text-ignore-placement': true };

export const areaLayers = colours => [
  { id: 'areas', type: 'fill', source: 'areas', paint: { 'fill-color': colour(colours), 'fill-opacity': 0.1 } },
  { id: 'area-edges', type: 'line', source: 'areas', paint: { 'line-color': colour(colours), 'line-width': 1.4, 'line-opacity': 0.75, 'line-dasharray': [3, 2.5] } },
  { id: 'area-selected', type: 'line', source: 'areas', filter: ['==', ['get', 'key'], ''], paint: { 'line-color': colours.selected, 'line-width': 2.4, 'line-dasharray': [3, 2.5] } },
];

export const spotLayers = colours => [
  { id: 'heat', type: 'heatmap', source: 'dots', layout: { visibility: 'none' }, paint: { 'heatmap-weight': ['min', 8, ['sqrt', ['coalesce', ['get', 'incidents'], ['get', 'count']]]], 'heatmap-intensity': 0.25, 'heatmap-radius': ['interpolate', ['linear'], ['zoom'], 2, 12, 9, 34], 'heatmap-opacity': 0.75 } },
  // From far away an area is smaller than its number: a soft disc without an edge keeps it findable, and unlike a dot.
  { id: 'area-middles', type: 'circle', source: 'middles', paint: { 'circle-color': colour(colours), 'circle-radius': 11, 'circle-opacity': 0.3, 'circle-blur': 0.35 } },
  { id: 'area-counts', type: 'symbol', source: 'middles', layout: { ...number, 'text-field': short('count') }, paint: { 'text-color': colours.onArea, 'text-halo-color': colours.halo, 'text-halo-width': 1 } },
  { id: 'dots', type: 'circle', source: 'dots', filter: single, paint: { 'circle-color': colour(colours), 'circle-radius': ['max', dotRadius, ['case', ['>', ['get', 'count'], 1], 9, 0]], 'circle-opacity': 0.88, 'circle-stroke-color': colours.edge, 'circle-stroke-width': 1.2 } },
  { id: 'dot-selected', type: 'circle', source: 'dots', filter: ['==', ['get', 'key'], ''], paint: { 'circle-color': 'rgba(0,0,0,0)', 'circle-radius': ['+', 4, ['max', dotRadius, 9]], 'circle-stroke-color': colours.selected, 'circle-stroke-width': 2 } },
  { id: 'dot-counts', type: 'symbol', source: 'dots', filter: ['all', single, ['>', ['get', 'count'], 1]], layout: { ...number, 'text-field': short('count') }, paint: { 'text-color': colours.onSpot } },
  { id: 'clusters', type: 'circle', source: 'dots', filter: ['has', 'point_count'], paint: { 'circle-color': colours.several, 'circle-radius': ['min', 30, ['+', 8, ['*', 2.2, ['ln', ['get', 'incidents']]]]], 'circle-opacity': 0.92, 'circle-stroke-color': colours.edge, 'circle-stroke-width': 1.5 } },
  { id: 'cluster-counts', type: 'symbol', source: 'dots', filter: ['has', 'point_count'], layout: { ...number, 'text-field': short('incidents') }, paint: { 'text-color': colours.onSpot } },
];
