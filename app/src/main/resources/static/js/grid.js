// The act grid with scripts: arrow keys move between cells, Ctrl+D copies the row down, the number of acts is counted
// while one ticks. Saving counts again on the server.

const form = document.querySelector('form[data-grid]');
const table = form.querySelector('table.grid');
const total = form.querySelector('[data-acts]');

const cells = row => [...row.querySelectorAll('td input, td select')];
const rows = () => [...table.tBodies[0].rows];

function count() {
  const ticks = table.querySelectorAll('tbody input[type=checkbox]:checked').length;
  const accused = form.querySelectorAll('input[name=by]:checked').length;
  total.textContent = total.dataset.acts.replace('#', String(ticks * Math.max(1, accused)));
}

form.addEventListener('change', event => {
  if (event.target.matches('[type=checkbox]')) count();
});

table.addEventListener('keydown', event => {
  const row = event.target.closest('tbody tr');
  if (!row) return;
  const column = cells(row).indexOf(event.target);
  if (event.ctrlKey && event.key === 'd') {
    event.preventDefault();
    copyDown(row);
    return;
  }
  const step = {ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1]}[event.key];
  const inText = event.target.matches('input:not([type=checkbox])') && step?.[1];
  if (!step || event.target.matches('select') || inText) return;
  const next = rows()[rows().indexOf(row) + step[0]];
  const target = next && cells(next)[column + step[1]];
  if (target) {
    event.preventDefault();
    target.focus();
  }
});

// The names are not copied: the row below is another person to whom the same was done.
function copyDown(row) {
  const next = rows()[rows().indexOf(row) + 1];
  if (!next) return;
  const from = cells(row);
  cells(next).forEach((cell, index) => {
    if (cell.type === 'checkbox') cell.checked = from[index].checked;
  });
  cells(next)[0].focus();
  count();
}
