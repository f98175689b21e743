// Keeps of each country its shape, its names and its ISO 3166-1 alpha-2 code. The package carries numeric codes.
import {readFileSync} from 'node:fs';

const [topologyFile, codesFile] = process.argv.slice(2);
const topology = JSON.parse(readFileSync(topologyFile, 'utf8'));
const alpha2 = new Map(JSON.parse(readFileSync(codesFile, 'utf8')).map(([two, , numeric]) => [numeric, two]));
const english = new Intl.DisplayNames(['en'], {type: 'region'});
const spanish = new Intl.DisplayNames(['es'], {type: 'region'});

topology.objects = {
  countries: {
    ...topology.objects.countries,
    geometries: topology.objects.countries.geometries
      .filter(country => alpha2.has(country.id))
      .map(({id, ...shape}) => {
        const code = alpha2.get(id);
        return {...shape, properties: {code, en: english.of(code), es: spanish.of(code)}};
      }),
  },
};
process.stdout.write(JSON.stringify(topology));
