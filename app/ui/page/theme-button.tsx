import { Moon, Sun, SunMoon } from 'lucide-react';
import type { PageWording } from '../../../lib/wording/zh-page.ts';
import styles from './masthead.module.css';

/** Goes through the themes: as the system, light, dark. public/page/theme.js makes it work. */
export function ThemeButton({ wording }: { wording: PageWording }) {
  const { nav, themes } = wording;
  const labels = {
    system: `${nav.theme}: ${themes.system}`,
    light: `${nav.theme}: ${themes.light}`,
    dark: `${nav.theme}: ${themes.dark}`,
  };
  return (
    <button
      type="button"
      className={`needs-script ${styles.tool}`}
      data-themes={JSON.stringify(labels)}
      aria-label={labels.system}
      // The script names the theme that was chosen before React looks.
      suppressHydrationWarning
    >
      <SunMoon aria-hidden size={18} data-theme="system" data-shown="" suppressHydrationWarning />
      <Sun aria-hidden size={18} data-theme="light" suppressHydrationWarning />
      <Moon aria-hidden size={18} data-theme="dark" suppressHydrationWarning />
    </button>
  );
}
