// Keys press what is on the page: an element that names a key in data-key is clicked, or focused when one types in it.
// Nothing happens while somebody is typing, except Escape.

const TYPING = 'input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]';

document.addEventListener('keydown', event => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
  const typing = event.target.closest?.(TYPING);
  if (typing && event.key !== 'Escape') return;
  const target = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
  if (!target) {
    if (event.key === 'Escape') document.querySelector('details.chip[open]')?.removeAttribute('open');
    return;
  }
  event.preventDefault();
  if (target.matches(TYPING)) {
    target.focus();
    target.select?.();
  } else {
    target.click();
  }
});
