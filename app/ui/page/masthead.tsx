import { LANGUAGES, type Language } from '../../../lib/text/language.ts';
import type { PageWording } from '../../../lib/wording/zh-page.ts';
import { LANGUAGE_NAMES, LANGUAGE_TAGS } from '../language.ts';
import styles from './masthead.module.css';
import { ThemeButton } from './theme-button.tsx';

/** The line above every page: whose it is, the two things one can do, language and theme. */
export function Masthead({ language, wording }: { language: Language; wording: PageWording }) {
  const { name, nav, skipToContent } = wording;
  return (
    <header className={styles.masthead}>
      <a className={styles.skip} href="#content">
        {skipToContent}
      </a>
      <a className={styles.name} href="/" aria-label={name}>
        <span className={styles.seal} lang="zh-Hans" aria-hidden>
          章问
        </span>
        {language !== 'zh' && <span className={styles.latinName}>{name}</span>}
      </a>
      <nav className={styles.ways} aria-label={name}>
        <a href="/">{nav.ask}</a>
        <a href="/read">{nav.read}</a>
      </nav>
      <nav className={styles.languages} aria-label={nav.language}>
        {LANGUAGES.map((other) => (
          <a
            key={other}
            href={`/language?choose=${other}`}
            lang={LANGUAGE_TAGS[other]}
            hrefLang={LANGUAGE_TAGS[other]}
            aria-current={other === language ? 'true' : undefined}
          >
            <span className={styles.fullName}>{LANGUAGE_NAMES[other]}</span>
            <span className={styles.shortName} aria-hidden>
              {LANGUAGE_NAMES[other].slice(0, other === 'zh' ? 1 : 2)}
            </span>
          </a>
        ))}
      </nav>
      <ThemeButton wording={wording} />
    </header>
  );
}
