import { LANGUAGE_TAGS } from '../language.ts';
import type { Suggestion } from './suggestion-lists.ts';
import styles from './suggestions.module.css';

interface SuggestionsProps {
  readonly title: string;
  /** The level at which the title stands. */
  readonly heading: 'h2' | 'h3';
  readonly suggestions: readonly Suggestion[];
  readonly onAsk: (question: string) => void;
}

/** Questions that are asked by choosing them, each under its chapter. */
export function Suggestions({ title, heading: Heading, suggestions, onAsk }: SuggestionsProps) {
  if (suggestions.length === 0) return null;
  return (
    <section className={styles.suggestions} aria-label={title}>
      <Heading className={styles.title}>{title}</Heading>
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
