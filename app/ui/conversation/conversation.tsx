'use client';
import { useEffect, useRef } from 'react';
import type { ChatMessage } from '../../chat-message.ts';
import type { ReportOutline } from '../../report-outline.ts';
import { useInterface } from '../interface.tsx';
import { Composer } from './composer.tsx';
import styles from './conversation.module.css';
import { ExchangeView } from './exchange-view.tsx';
import { PendingExchange } from './pending-exchange.tsx';
import { type OpenPlace, PlacesProvider } from './places.tsx';
import { StageAnnouncement } from './stage-announcement.tsx';
import { useConversation } from './use-conversation.ts';
import { useOutsideQuestions } from './use-outside-questions.ts';

interface ConversationProps {
  readonly reports: readonly ReportOutline[];
  readonly report?: string | undefined;
  readonly messages: readonly ChatMessage[];
  readonly question: string | undefined;
  readonly onOpenPlace?: OpenPlace;
  readonly onChange?: (messages: readonly ChatMessage[]) => void;
  readonly outside?: readonly string[];
  readonly request?: typeof fetch;
}

const NONE: readonly string[] = [];

/** Questions about reports, their answers, and the box for the next question. */
export function Conversation({
  reports,
  report,
  messages,
  question,
  onOpenPlace,
  onChange,
  outside = NONE,
  request = fetch,
}: ConversationProps) {
  const { language, wording } = useInterface();
  const conversation = useConversation({ messages, language, report, onChange, request });
  const { exchanges, stage, failure, ask, stop } = conversation;
  useOutsideQuestions(outside, question !== undefined, stage, ask);
  const end = useScrollToNewest(exchanges.length);
  const asked = useRef(false);
  useEffect(() => {
    if (question !== undefined && !asked.current) ask(question);
    asked.current = true;
  }, [question, ask]);

  if (exchanges.length === 0) return <PendingExchange question={question ?? outside[0] ?? ''} />;
  return (
    <PlacesProvider value={onOpenPlace}>
      <div className={styles.conversation} data-begun>
        <h1 className="unseen">{wording.conversation.log}</h1>
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
        <div className={styles.composer}>
          <Composer
            draft={undefined}
            stage={stage}
            followUp
            focused={question !== undefined}
            onAsk={ask}
            onStop={stop}
          />
        </div>
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
