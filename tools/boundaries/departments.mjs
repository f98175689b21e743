// Colombia's departments with their DIVIPOLA codes: the first two digits of the municipality codes that GeoNames keeps
// as its second-level divisions, one to one with its first-level codes.
import {readFileSync} from 'node:fs';

const [divisionsFile, admin2File] = process.argv.slice(2);
const build = JSON.parse(readFileSync(divisionsFile, 'utf8'));
const features = Array.isArray(build) ? build : build.features ?? Object.values(build);
const divipola = new Map();
for (const {code} of JSON.parse(readFileSync(admin2File, 'utf8'))) {
  const [country, admin1, municipality] = code.split('.');
  if (country === 'CO') divipola.set(`CO.${admin1}`, municipality.slice(0, 2));
}

const departments = features
  .filter(feature => divipola.has(feature.properties?.gn_a1_code))
  .map(({properties, geometry}) => ({
    type: 'Feature',
    properties: {code: divipola.get(properties.gn_a1_code), name: properties.name},
    geometry,
  }))
  .sort((one, other) => one.properties.code.localeCompare(other.properties.code));
process.stdout.write(JSON.stringify({type: 'FeatureCollection', features: departments}));
