import { ChevronDown, ChevronUp, Printer, Search } from 'lucide-react';
import type { PageWording } from '../../../lib/wording/zh-page.ts';
import styles from './reading-tools.module.css';

/** Search within the report and print; public/page/ makes them work. */
export function ReadingTools({ wording }: { wording: PageWording }) {
  const { search, matches, noMatch, previousMatch, nextMatch, print } = wording.reading;
  return (
    <div className={`needs-script ${styles.tools}`}>
      <search className={styles.search} data-search data-found={matches} data-none={noMatch}>
        <Search aria-hidden size={16} />
        <input type="search" aria-label={search} placeholder={search} />
        <output aria-live="polite" />
        <button type="button" value="-1" hidden className={styles.tool} aria-label={previousMatch}>
          <ChevronUp aria-hidden size={16} />
        </button>
        <button type="button" value="1" hidden className={styles.tool} aria-label={nextMatch}>
          <ChevronDown aria-hidden size={16} />
        </button>
      </search>
      <button type="button" className={styles.tool} data-print aria-label={print} title={print}>
        <Printer aria-hidden size={17} />
      </button>
    </div>
  );
}
