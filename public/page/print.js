// @ts-check

export function offerPrint() {
  document.querySelector('[data-print]')?.addEventListener('click', () => print());
}
