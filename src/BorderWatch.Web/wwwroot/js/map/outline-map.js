// A map to draw one outline on. What is drawn is told to Blazor as corners; what was typed is shown.
import { canDraw, maplibre, openWorld } from './world.js';
import { palette } from './palette.js';
import { bounds } from './spots.js';
import { TerraDraw, TerraDrawPolygonMode, TerraDrawSelectMode } from '../../lib/terra-draw/terra-draw.mjs';
import { TerraDrawMapLibreGLAdapter } from '../../lib/terra-draw/terra-draw-maplibre-gl-adapter.mjs';

const look = () => {
  const { selected, edge } = palette();
  const line = { fillColor: selected, fillOpacity: 0.12, outlineColor: selected, outlineWidth: 2.5 };
  return {
    drawing: { ...line, closingPointColor: selected, closingPointWidth: 6, closingPointOutlineColor: edge, closingPointOutlineWidth: 2 },
    changing: {
      selectedPolygonColor: selected, selectedPolygonFillOpacity: 0.12, selectedPolygonOutlineColor: selected, selectedPolygonOutlineWidth: 2.5,
      selectionPointColor: selected, selectionPointOutlineColor: edge, selectionPointWidth: 6, selectionPointOutlineWidth: 2,
      midPointColor: edge, midPointOutlineColor: selected, midPointWidth: 4, midPointOutlineWidth: 1.5,
    },
  };
};

class OutlineMap {
  constructor(map, target) {
    const { drawing, changing } = look();
    const flags = { polygon: { feature: { draggable: false, coordinates: { draggable: true, midpoints: true, deletable: true } } } };
    Object.assign(this, { map, target });
    map.addControl(new maplibre.NavigationControl({ showCompass: false }), 'top-right');
    map.addControl(new maplibre.ScaleControl({ maxWidth: 90 }), 'bottom-left');
    this.draw = new TerraDraw({
      adapter: new TerraDrawMapLibreGLAdapter({ map, coordinatePrecision: 5 }),
      modes: [new TerraDrawPolygonMode({ styles: drawing }), new TerraDrawSelectMode({ flags, styles: changing })],
    });
    this.draw.start();
    this.draw.setMode('polygon');
    this.draw.on('finish', id => this.#finished(id));
  }

  /** Shows an outline of pairs of longitude and latitude; of none, the reader can draw. */
  show(corners) {
    this.draw.clear();
    this.draw.setMode('polygon');
    if (corners.length < 3) return;
    const geometry = { type: 'Polygon', coordinates: [[...corners, corners[0]]] };
    const [added] = this.draw.addFeatures([{ type: 'Feature', geometry, properties: { mode: 'polygon' } }]);
    if (added?.valid) this.#change(added.id);
    this.map.fitBounds(bounds(corners.map(([longitude, latitude]) => ({ longitude, latitude, radius: 0 }))), { padding: 40, maxZoom: 9 });
  }

  dispose() {
    this.draw.stop();
    this.map.remove();
  }

  #change(id) {
    this.draw.setMode('select');
    this.draw.selectFeature(id);
  }

  async #finished(id) {
    const outline = this.draw.getSnapshotFeature(id);
    if (outline?.geometry.type !== 'Polygon') return;
    if (this.draw.getMode() === 'polygon') this.#change(id);
    await this.target.invokeMethodAsync('OnDrawnAsync', outline.geometry.coordinates[0].slice(0, -1));
  }
}

/** Opens the map; null where the browser cannot draw it. */
export async function open(element, target) {
  if (!canDraw()) return null;
  const options = { bounds: [58, 27, 80, 44], fitBoundsOptions: { padding: 10 } };
  return new OutlineMap(await openWorld(element, options, () => [], () => [], {}), target);
}
