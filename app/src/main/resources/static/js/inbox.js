// The inbox with scripts: the current card and its passage are brought into view, and events are found while typing.
// Without scripts the same page works by its links and buttons.

const card = document.querySelector('.cand.now');
const reduced = matchMedia('(prefers-reduced-motion: reduce)').matches;
card?.scrollIntoView({block: 'nearest'});
document.querySelector('mark.now')?.scrollIntoView({block: 'center', behavior: reduced ? 'auto' : 'smooth'});

const search = document.querySelector('[data-pick]');
if (search) {
  const list = document.getElementById(search.dataset.pickInto);
  let asked = 0;
  search.addEventListener('input', async () => {
    const turn = ++asked;
    await new Promise(resolve => setTimeout(resolve, 150));
    if (turn !== asked) return;
    const query = new URLSearchParams({kind: search.dataset.pick, q: search.value});
    const answer = await fetch(`/search/pick?${query}`, {headers: {Accept: 'application/json'}});
    if (turn === asked && answer.ok) show(await answer.json());
  });

  function show(picks) {
    list.replaceChildren(...picks.map((pick, index) => {
      const label = document.createElement('label');
      label.className = 'check';
      const input = Object.assign(document.createElement('input'), {
        type: 'radio', name: 'event', value: pick.id, checked: index === 0,
      });
      const text = document.createElement('span');
      const detail = document.createElement('small');
      detail.textContent = pick.detail;
      text.append(pick.label, document.createElement('br'), detail);
      label.append(input, text);
      return label;
    }));
  }
  search.form.addEventListener('submit', event => {
    if (!list.querySelector('input')) return;
    event.preventDefault();
    (list.querySelector('input:checked') ?? list.querySelector('input')).focus();
  });
}
