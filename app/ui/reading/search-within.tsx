import { ChevronDown, ChevronUp, Search } from 'lucide-react';
import { useEffect, useState } from 'react';
import { fill } from '../../../lib/wording/fill.ts';
import { useWording } from '../interface.tsx';
import { findInReport, showMatches } from './find-in-report.ts';
import styles from './reading-tools.module.css';

/** Finds words in the report, shows all places and goes from one to the next. */
export function SearchWithin() {
  const { search, matches: counted, noMatch, previousMatch, nextMatch } = useWording().reading;
  const [text, setText] = useState('');
  const [matches, setMatches] = useState<readonly Range[]>([]);
  const [current, setCurrent] = useState(0);
  const wanted = text.trim() !== '';

  const find = (next: string) => {
    setText(next);
    setMatches(findInReport(next));
    setCurrent(0);
  };
  const go = (step: number) => {
    if (matches.length > 0) setCurrent((current + step + matches.length) % matches.length);
  };
  useEffect(() => showMatches(matches, current), [matches, current]);
  return (
    <search className={styles.search}>
      <Search aria-hidden size={16} />
      <input
        type="search"
        aria-label={search}
        placeholder={search}
        value={text}
        onChange={(event) => find(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) go(event.shiftKey ? -1 : 1);
          if (event.key === 'Escape') find('');
        }}
      />
      <output aria-live="polite">
        {wanted &&
          (matches.length > 0 ? fill(counted, { current: current + 1, total: matches.length }) : noMatch)}
      </output>
      {matches.length > 1 && (
        <>
          <button type="button" className={styles.tool} onClick={() => go(-1)} aria-label={previousMatch}>
            <ChevronUp aria-hidden size={16} />
          </button>
          <button type="button" className={styles.tool} onClick={() => go(1)} aria-label={nextMatch}>
            <ChevronDown aria-hidden size={16} />
          </button>
        </>
      )}
    </search>
  );
}
