'use client';
import { Moon, Sun, SunMoon } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { useWording } from '../interface.tsx';
import styles from './masthead.module.css';
import { THEME_KEY, THEMES, type Theme } from './theme.ts';

const ICONS = { system: SunMoon, light: Sun, dark: Moon };

/** Goes through: as the system, light, dark. */
export function ThemeSwitch() {
  const { nav, themes } = useWording();
  const theme = useSyncExternalStore(onThemeChange, currentTheme, () => 'system' as const);
  const Icon = ICONS[theme];
  const next = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? 'system';
  return (
    <button
      type="button"
      className={styles.tool}
      onClick={() => chooseTheme(next)}
      aria-label={`${nav.theme}: ${themes[theme]}`}
      title={themes[theme]}
    >
      <Icon aria-hidden size={18} />
    </button>
  );
}

function currentTheme(): Theme {
  const chosen = document.documentElement.dataset.theme;
  return THEMES.find((theme) => theme === chosen) ?? 'system';
}

function chooseTheme(theme: Theme): void {
  const root = document.documentElement;
  if (theme === 'system') delete root.dataset.theme;
  else root.dataset.theme = theme;
  try {
    if (theme === 'system') localStorage.removeItem(THEME_KEY);
    else localStorage.setItem(THEME_KEY, theme);
  } catch {
    // A browser that keeps nothing still shows the choice until the page is left.
  }
}

function onThemeChange(onChange: () => void): () => void {
  const observer = new MutationObserver(onChange);
  observer.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  return () => observer.disconnect();
}
