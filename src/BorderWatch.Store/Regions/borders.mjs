// Runs at build: the land borders between countries, from Natural Earth's 1:10,000,000 countries (public domain), by ISO 3166-1 alpha-2.
// The result: { "AF-TJ": [[longitude, latitude, longitude, latitude, …], …], … }, the codes in their order, each line as it runs.
import { readFileSync, writeFileSync } from 'node:fs';
import { mesh, neighbors } from 'topojson-client';

const [worldFile, codesFile, target] = process.argv.slice(2);
const world = JSON.parse(readFileSync(worldFile, 'utf8'));
const codes = new Map(JSON.parse(readFileSync(codesFile, 'utf8')).map(([alpha2, , numeric]) => [numeric, alpha2]));
const { countries } = world.objects;
const named = new Map([['Kosovo', 'XK']]); // In use, though not in ISO 3166-1.
const codeOf = country => codes.get(country.id) ?? named.get(country.properties.name);

const borders = new Map();
const adjacent = neighbors(countries.geometries);
countries.geometries.forEach((country, i) => {
  for (const j of adjacent[i].filter(other => other > i)) {
    const other = countries.geometries[j];
    const pair = [codeOf(country), codeOf(other)];
    if (pair.includes(undefined) || pair[0] === pair[1]) continue; // A territory without a code of its own.
    const lines = mesh(world, countries, (a, b) => (a === country && b === other) || (a === other && b === country)).coordinates
      .filter(line => line.length > 1).map(line => line.flatMap(([longitude, latitude]) => [Number(longitude.toFixed(4)), Number(latitude.toFixed(4))]));
    const key = pair.sort().join('-');
    if (lines.length > 0) borders.set(key, [...(borders.get(key) ?? []), ...lines]);
  }
});
if (borders.size < 250) throw new Error(`Only ${borders.size} borders in ${worldFile}: run npm ci, its format may have changed.`);
const rows = [...borders].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, lines]) => `${JSON.stringify(key)}: ${JSON.stringify(lines)}`);
writeFileSync(target, `{\n${rows.join(',\n')}\n}\n`);
