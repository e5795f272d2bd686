'use client';
import { useWording } from '../interface.tsx';
import styles from './nothing-here.module.css';

/** An address without a page: why that may be, and the ways on. */
export function NothingHere() {
  const { title, text, read, ask } = useWording().notFound;
  return (
    <main id="content" className={styles.nothing}>
      <p className={styles.number}>404</p>
      <h1>{title}</h1>
      <p>{text}</p>
      <p className={styles.ways}>
        <a href="/read">{read}</a>
        <a href="/">{ask}</a>
      </p>
    </main>
  );
}
