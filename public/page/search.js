// @ts-check
import { findInReport, showMatches } from './find.js';

/** The search box beside the report: shows all places that have the words, goes from one to the next. */
export function searchReport() {
  const box = /** @type {HTMLElement | null} */ (document.querySelector('[data-search]'));
  const input = box?.querySelector('input');
  const output = box?.querySelector('output');
  if (!box || !input || !output) return;

  /** @type {Range[]} */
  let matches = [];
  let current = 0;
  const show = () => {
    showMatches(matches, current);
    const { found = '', none = '' } = box.dataset;
    const count = found.replace('{current}', `${current + 1}`).replace('{total}', `${matches.length}`);
    output.textContent = input.value.trim() === '' ? '' : matches.length > 0 ? count : none;
    for (const button of box.querySelectorAll('button')) button.hidden = matches.length < 2;
  };
  const find = () => {
    matches = findInReport(input.value);
    current = 0;
    show();
  };
  /** @param {number} step */
  const go = (step) => {
    if (matches.length > 0) current = (current + step + matches.length) % matches.length;
    show();
  };
  input.addEventListener('input', find);
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && !event.isComposing) go(event.shiftKey ? -1 : 1);
    if (event.key === 'Escape') {
      input.value = '';
      find();
    }
  });
  for (const button of box.querySelectorAll('button')) {
    button.addEventListener('click', () => go(Number(button.value)));
  }
}
