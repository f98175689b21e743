// Draws each place as the area that is known: a country or a department is filled, a municipality is a circle of about
// its size. There are no pins and no tiles; everything comes from this server.

const box = document.getElementById('map');
const json = async address => (await fetch(address, {headers: {Accept: 'application/json'}})).json();

if (box) draw();

async function draw() {
  const [{spots}, countries, departments] = await Promise.all(
    [box.dataset.places, box.dataset.countries, box.dataset.departments].map(json));
  box.hidden = false;
  const map = L.map(box, {worldCopyJump: true, minZoom: 2, maxZoom: 10, attributionControl: false});
  // A circle knows its bounds only on a map that shows something.
  map.setView([4, -73], 5);
  const land = {className: 'land', interactive: false};
  L.geoJSON(countries, {style: land}).addTo(map);
  L.geoJSON(departments, {style: land}).addTo(map);
  const by = (collection, code) => collection.features.find(feature => feature.properties.code === code);
  const drawn = L.featureGroup();
  for (const spot of sorted(spots)) {
    const shape = layer(spot, by, countries, departments);
    if (!shape) continue;
    shape.bindPopup(() => popup(spot));
    shape.addTo(drawn);
    shape.on('add', () => name(shape, spot));
  }
  drawn.addTo(map);
  if (drawn.getLayers().length) map.fitBounds(drawn.getBounds().pad(0.1), {animate: false});
}

// The coarsest first, so that a municipality can be reached on top of its country.
function sorted(spots) {
  const size = {country: 0, department: 1, circle: 2, none: 3};
  return [...spots].sort((one, other) => size[one.shape] - size[other.shape]);
}

function layer(spot, by, countries, departments) {
  const known = {className: 'known'};
  if (spot.shape === 'circle') return L.circle([spot.latitude, spot.longitude], {...known, radius: spot.radius});
  const boundary = spot.shape === 'country' ? by(countries, spot.code)
    : spot.shape === 'department' ? by(departments, spot.code) : null;
  return boundary ? L.geoJSON(boundary, {style: known}) : null;
}

function name(shape, spot) {
  const paths = shape.getElement ? [shape.getElement()] : shape.getLayers().map(part => part.getElement());
  for (const path of paths) {
    path.setAttribute('tabindex', '0');
    path.setAttribute('role', 'button');
    path.setAttribute('aria-label', spot.summary);
    path.addEventListener('keydown', event => {
      if (event.key === 'Enter' || event.key === ' ') {
        event.preventDefault();
        shape.openPopup();
      }
    });
  }
}

function popup(spot) {
  const content = document.createElement('div');
  const title = document.createElement('p');
  title.textContent = spot.summary;
  const list = document.createElement('ul');
  for (const event of spot.events) {
    const item = document.createElement('li');
    const link = Object.assign(document.createElement('a'), {href: event.href, textContent: event.text});
    item.append(link, `, ${event.when}`);
    list.append(item);
  }
  content.append(title, list);
  return content;
}
