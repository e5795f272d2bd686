import { fill } from '../../../lib/wording/fill.ts';
import type { ReportOutline } from '../../report-outline.ts';
import { useWording } from '../interface.tsx';
import { LANGUAGE_TAGS } from '../language.ts';
import styles from './answer.module.css';
import { AnswerActions } from './answer-actions.tsx';
import { AnswerText } from './answer-text.tsx';
import { sectionName } from './citation-place.ts';
import type { Answer } from './exchange.ts';
import { useOpenPlace } from './places.tsx';
import { Sources } from './sources.tsx';

interface AnswerViewProps {
  readonly answer: Answer;
  readonly question: string;
  readonly reports: readonly ReportOutline[];
  readonly writing: boolean;
  readonly onAgain: (() => void) | undefined;
}

/** The answer's text, whose words they are, what it rests on, and what can be done with it. */
export function AnswerView({ answer, question, reports, writing, onAgain }: AnswerViewProps) {
  const { conversation } = useWording();
  const { text, citations, done } = answer;
  const completed = done?.outcome.completedQuestion;
  const nearest = done?.outcome.refusal?.nearest ?? [];
  return (
    <div className={styles.answer}>
      {completed && <p className={styles.notice}>{fill(conversation.completed, { question: completed })}</p>}
      <AnswerText text={text} citations={citations} writing={writing} />
      {done?.outcome.notice && <p className={styles.notice}>{done.outcome.notice}</p>}
      {nearest.length > 0 && (
        <section className={styles.nearest} aria-label={conversation.nearest}>
          <h3>{conversation.nearest}</h3>
          <ul lang={LANGUAGE_TAGS.zh}>
            {nearest.map((section) => (
              <li key={section.url}>
                <PlaceLink url={section.url}>{sectionName(section)}</PlaceLink>
              </li>
            ))}
          </ul>
        </section>
      )}
      {!writing && citations.length > 0 && <Sources citations={citations} reports={reports} />}
      {!writing && <AnswerActions answer={answer} question={question} onAgain={onAgain} />}
    </div>
  );
}

function PlaceLink({ url, children }: { url: string; children: string }) {
  const onClick = useOpenPlace(url);
  return (
    <a href={url} onClick={onClick}>
      {children}
    </a>
  );
}
