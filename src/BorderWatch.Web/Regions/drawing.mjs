// Runs at build: terra-draw and its adapter for MapLibre, as modules of our own files. The adapter names terra-draw by its package, which browsers do not find.
import { readFileSync, writeFileSync } from 'node:fs';

const [packages, folder] = process.argv.slice(2);
const read = name => readFileSync(`${packages}${name}/dist/${name}.modern.js`, 'utf8').replace(/\n\/\/# sourceMappingURL=.*\s*$/, '\n');
const adapter = read('terra-draw-maplibre-gl-adapter');
const ours = adapter.replace('from"terra-draw"', 'from"./terra-draw.mjs"');
if (ours === adapter) throw new Error('The adapter no longer imports from "terra-draw": look how it does now.');
writeFileSync(`${folder}terra-draw.mjs`, read('terra-draw'));
writeFileSync(`${folder}terra-draw-maplibre-gl-adapter.mjs`, ours);
