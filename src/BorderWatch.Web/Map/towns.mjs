// Runs at build: the towns that the map names, from GeoNames' cities500.txt (CC BY 4.0), most important first.
// A line of the result: [name, longitude, latitude, the zoom from which it is named].
import { createReadStream, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

const [source, target] = process.argv.slice(2);
const [NAME, LATITUDE, LONGITUDE, FEATURE, POPULATION] = [1, 4, 5, 7, 14];

const zoomOf = (feature, population) => {
  if (feature === 'PPLC') return 3;
  if (population >= 1_500_000) return 3.5;
  if (population >= 400_000) return 4.5;
  if (feature === 'PPLA') return 5;
  if (population >= 120_000) return 6;
  if (population >= 40_000) return 7;
  return feature.startsWith('PPLA') && population >= 8_000 || population >= 20_000 ? 8 : null;
};

const towns = [];
for await (const line of createInterface({ input: createReadStream(source, 'utf8') })) {
  const field = line.split('\t');
  const population = Number(field[POPULATION]);
  const zoom = field[FEATURE] === 'PPLX' ? null : zoomOf(field[FEATURE], population); // PPLX: a quarter of a town
  if (zoom !== null) towns.push({ population, row: [field[NAME], Number(Number(field[LONGITUDE]).toFixed(3)), Number(Number(field[LATITUDE]).toFixed(3)), zoom] });
}
if (towns.length < 1000) throw new Error(`Only ${towns.length} towns in ${source}: run npm ci, its format may have changed.`);
towns.sort((a, b) => a.row[3] - b.row[3] || b.population - a.population);
writeFileSync(target, `[\n${towns.map(town => JSON.stringify(town.row)).join(',\n')}\n]\n`);
