import type { Citation } from '../../../lib/answer/answer.ts';
import { fill } from '../../../lib/wording/fill.ts';
import type { ReportOutline } from '../../report-outline.ts';
import { useWording } from '../interface.tsx';
import { LANGUAGE_TAGS } from '../language.ts';
import styles from './answer.module.css';
import { byChapter } from './citation-place.ts';
import { useOpenPlace } from './places.tsx';

interface SourcesProps {
  readonly citations: readonly Citation[];
  readonly reports: readonly ReportOutline[];
}

/** What an answer rests on, by chapter, in the order in which the report is read. */
export function Sources({ citations, reports }: SourcesProps) {
  const { conversation } = useWording();
  return (
    <section className={styles.sources} aria-label={conversation.sources}>
      <h3>{conversation.sources}</h3>
      <ul lang={LANGUAGE_TAGS.zh}>
        {byChapter(citations, reports).map(({ chapter, citations: cited }) => (
          <li key={chapter}>
            <h4>{chapter}</h4>
            <ol>
              {cited.map((citation) => (
                <Source key={citation.id} citation={citation} />
              ))}
            </ol>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Source({ citation }: { citation: Citation }) {
  const { language, conversation } = useWording();
  const onClick = useOpenPlace(citation.url);
  return (
    <li>
      <a href={citation.url} onClick={onClick}>
        <span className={styles.sourceNumber}>{citation.id}</span>
        <span>
          {citation.section}{' '}
          <small lang={LANGUAGE_TAGS[language]}>
            {fill(conversation.paragraph, { number: citation.paragraph })}
          </small>
        </span>
      </a>
    </li>
  );
}
