'use client';
import { Printer } from 'lucide-react';
import { useEffect } from 'react';
import { useWording } from '../interface.tsx';
import { followOutline } from './follow-outline.ts';
import styles from './reading-tools.module.css';
import { SearchWithin } from './search-within.tsx';

/** What JavaScript adds to reading: the outline follows, search within the report, print. */
export function ReadingTools() {
  const { print } = useWording().reading;
  useEffect(followOutline, []);
  return (
    <div className={`needs-script ${styles.tools}`}>
      <SearchWithin />
      <button
        type="button"
        className={styles.tool}
        onClick={() => window.print()}
        aria-label={print}
        title={print}
      >
        <Printer aria-hidden size={17} />
      </button>
    </div>
  );
}
