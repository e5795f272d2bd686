'use client';
import { useWording } from '../interface.tsx';
import styles from './nothing-here.module.css';

/** A page that failed while it was rendered, and the way on. */
export function Broken({ onAgain }: { onAgain: () => void }) {
  const { title, text, again } = useWording().broken;
  return (
    <main id="content" className={styles.nothing}>
      <h1>{title}</h1>
      <p>{text}</p>
      <p className={styles.ways}>
        <button type="button" onClick={onAgain}>
          {again}
        </button>
      </p>
    </main>
  );
}
