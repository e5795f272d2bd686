// @ts-check
const KEY = 'zhangwen.theme';

/** The masthead's button goes through the themes that it names: as the system, light, dark. */
export function switchTheme() {
  const button = /** @type {HTMLButtonElement | null} */ (document.querySelector('[data-themes]'));
  if (!button) return;
  /** @type {Record<string, string>} */
  const labels = JSON.parse(button.dataset.themes ?? '{}');
  const themes = Object.keys(labels);
  const current = () => document.documentElement.dataset.theme ?? 'system';
  const show = () => {
    const theme = current();
    for (const icon of button.querySelectorAll('svg'))
      icon.toggleAttribute('data-shown', icon.dataset.theme === theme);
    button.setAttribute('aria-label', labels[theme] ?? '');
    button.title = labels[theme] ?? '';
  };
  button.addEventListener('click', () => {
    choose(themes[(themes.indexOf(current()) + 1) % themes.length] ?? 'system');
    show();
  });
  show();
}

/** @param {string} theme */
function choose(theme) {
  const { dataset } = document.documentElement;
  if (theme === 'system') delete dataset.theme;
  else dataset.theme = theme;
  try {
    if (theme === 'system') localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, theme);
  } catch {
    // A browser that keeps nothing still shows the choice until the page is left.
  }
}
