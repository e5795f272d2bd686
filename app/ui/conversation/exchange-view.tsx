import type { ReportOutline } from '../../report-outline.ts';
import { useWording } from '../interface.tsx';
import { AnswerView } from './answer-view.tsx';
import styles from './conversation.module.css';
import type { Exchange } from './exchange.ts';
import type { Failure } from './failure.ts';
import { FailureNotice } from './failure-notice.tsx';
import { QuestionHeading } from './question-heading.tsx';
import { followUps } from './suggestion-lists.ts';
import { Suggestions } from './suggestions.tsx';
import type { Conversation, Stage } from './use-conversation.ts';

interface ExchangeViewProps {
  readonly exchange: Exchange;
  readonly conversation: Conversation;
  /** Of this exchange. */
  readonly stage: Stage;
  readonly failure: Failure | undefined;
  readonly isLast: boolean;
  readonly reports: readonly ReportOutline[];
}

/** A question as a headline and its answer below. */
export function ExchangeView({ exchange, conversation, stage, failure, isLast, reports }: ExchangeViewProps) {
  const wording = useWording();
  const { answer, question } = exchange;
  const idle = stage === 'idle';
  const asked = conversation.exchanges.map((other) => other.question);
  return (
    <article className={styles.exchange} aria-busy={!idle}>
      <QuestionHeading
        question={question}
        editable={conversation.stage === 'idle'}
        onAskInstead={(text) => conversation.askInstead(exchange, text)}
      />
      {!idle && !answer?.text && (
        <p className={styles.waiting}>
          <span aria-hidden />
          {wording.conversation[stage]}
        </p>
      )}
      {(answer?.text || answer?.done) && (
        <AnswerView
          answer={answer}
          question={question}
          reports={reports}
          writing={!idle}
          onAgain={conversation.stage === 'idle' ? () => conversation.askAgain(exchange) : undefined}
        />
      )}
      {idle && !failure && !answer?.done && (
        <p className={styles.stopped}>
          {answer?.text ? wording.conversation.stopped : wording.conversation.stoppedEmpty}{' '}
          {!answer?.text && (
            <button
              type="button"
              className={styles.inlineButton}
              onClick={() => conversation.askAgain(exchange)}
            >
              {wording.conversation.again}
            </button>
          )}
        </p>
      )}
      {failure && <FailureNotice failure={failure} onAgain={() => conversation.askAgain(exchange)} />}
      {isLast && idle && answer?.done && (
        <Suggestions
          title={wording.conversation.followUps}
          heading="h3"
          suggestions={followUps(answer.citations, asked, reports)}
          onAsk={conversation.ask}
        />
      )}
    </article>
  );
}
