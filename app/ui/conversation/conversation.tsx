'use client';
import { type ReactNode, type Ref, useEffect, useRef } from 'react';
import type { ChatMessage } from '../../chat-message.ts';
import type { ReportOutline } from '../../report-outline.ts';
import { useInterface } from '../interface.tsx';
import { Composer } from './composer.tsx';
import styles from './conversation.module.css';
import { ExchangeView } from './exchange-view.tsx';
import type { Suggestion } from './follow-ups.ts';
import { type OpenPlace, PlacesProvider } from './places.tsx';
import { StageAnnouncement } from './stage-announcement.tsx';
import { Suggestions } from './suggestions.tsx';
import { useConversation } from './use-conversation.ts';
import { type ConversationHandle, useOutsideQuestions } from './use-outside-questions.ts';

interface ConversationProps {
  readonly reports: readonly ReportOutline[];
  /** Limits the questions to one report. */
  readonly report?: string | undefined;
  /** Stands above the question box until the first question is asked. */
  readonly opening?: ReactNode;
  readonly suggestions: readonly Suggestion[];
  /** What was said before. */
  readonly messages?: readonly ChatMessage[];
  /** Written into the question box, for the reader to send. */
  readonly draft?: string | undefined;
  /** Asked at once. */
  readonly question?: string | undefined;
  /** Opens a citation's place; without it citations are ordinary links. */
  readonly onOpenPlace?: OpenPlace;
  /** Called whenever there is something new to keep. */
  readonly onChange?: (messages: readonly ChatMessage[]) => void;
  /** How the server is asked, where it wants more than the question. Must stay the same. */
  readonly request?: typeof fetch;
  readonly handle?: Ref<ConversationHandle>;
}

/** Questions about reports and their answers. Knows nothing of the page around it. */
export function Conversation({
  reports,
  report,
  opening,
  suggestions,
  messages = [],
  draft,
  question,
  onOpenPlace,
  onChange,
  request = fetch,
  handle,
}: ConversationProps) {
  const { language, wording } = useInterface();
  const conversation = useConversation({ messages, language, report, onChange, request });
  const { exchanges, stage, failure, ask, stop } = conversation;
  useOutsideQuestions(handle, stage, ask);
  const end = useScrollToNewest(exchanges.length);
  const asked = useRef(false);
  useEffect(() => {
    if (question && !asked.current) ask(question);
    asked.current = true;
  }, [question, ask]);

  const begun = exchanges.length > 0;
  const composer = <Composer {...{ draft, stage, onAsk: ask, onStop: stop, followUp: begun }} />;
  return (
    <PlacesProvider value={onOpenPlace}>
      <div className={styles.conversation} data-begun={begun || undefined}>
        {!begun && opening}
        <div role="log" aria-live="off" aria-label={wording.conversation.log} className={styles.log}>
          {exchanges.map((exchange, index) => {
            const isLast = index === exchanges.length - 1;
            return (
              <ExchangeView
                key={exchange.id}
                exchange={exchange}
                conversation={conversation}
                stage={isLast ? stage : 'idle'}
                failure={isLast ? failure : undefined}
                isLast={isLast}
                reports={reports}
              />
            );
          })}
          <div ref={end} />
        </div>
        <StageAnnouncement stage={stage} exchange={exchanges.at(-1)} failure={failure} />
        <div className={styles.composer}>{composer}</div>
        {!begun && <Suggestions title={wording.opening.suggestions} suggestions={suggestions} onAsk={ask} />}
      </div>
    </PlacesProvider>
  );
}

/** A new question goes to the top of the window, its answer grows below it; nothing scrolls while one reads. */
function useScrollToNewest(count: number) {
  const end = useRef<HTMLDivElement>(null);
  const before = useRef(count);
  useEffect(() => {
    if (count > before.current) end.current?.previousElementSibling?.scrollIntoView({ block: 'start' });
    before.current = count;
  }, [count]);
  return end;
}
