import styles from './phrases.module.css';

/** A Chinese headline breaks after its punctuation rather than within a word, where there is room to choose. */
export function Phrases({ text }: { text: string }) {
  return text.split(/(?<=[：，；、！？])(?=.{4})/u).map((phrase) => (
    <span key={phrase} className={styles.phrase}>
      {phrase}
    </span>
  ));
}
