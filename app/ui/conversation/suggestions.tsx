import { LANGUAGE_TAGS } from '../language.ts';
import type { Suggestion } from './follow-ups.ts';
import styles from './suggestions.module.css';

interface SuggestionsProps {
  readonly title: string;
  readonly suggestions: readonly Suggestion[];
  readonly onAsk: (question: string) => void;
}

/** Questions that are asked by choosing them, each under its chapter. */
export function Suggestions({ title, suggestions, onAsk }: SuggestionsProps) {
  if (suggestions.length === 0) return null;
  return (
    <section className={styles.suggestions} aria-label={title}>
      <h3 className={styles.title}>{title}</h3>
      <ul>
        {suggestions.map(({ question, chapter }) => (
          <li key={question}>
            <button type="button" onClick={() => onAsk(question)}>
              <small lang={LANGUAGE_TAGS.zh}>{chapter}</small>
              {question}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
