'use client';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import type { ChatMessage } from '../../chat-message.ts';
import type { ReportOutline } from '../../report-outline.ts';
import { useWording } from '../interface.tsx';
import { Composer } from './composer.tsx';
import styles from './conversation.module.css';
import { PendingExchange } from './pending-exchange.tsx';
import type { OpenPlace } from './places.tsx';
import type { Suggestion } from './suggestion-lists.ts';
import { Suggestions } from './suggestions.tsx';

/** What streams, parses and shows answers is fetched when a reader begins to ask: the first screen needs none of it. */
const loadConversation = () => import('./conversation.tsx');
const Conversation = lazy(async () => ({ default: (await loadConversation()).Conversation }));

interface AskingProps {
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
  /** Questions that the page around asks, in their order; the list only ever grows. */
  readonly outside?: readonly string[];
  /** How the server is asked, where it wants more than the question. Must stay the same. */
  readonly request?: typeof fetch;
}

/** A first screen that asks, then the conversation. Knows nothing of the page around it. */
export function Asking({
  opening,
  suggestions,
  draft,
  question,
  messages = [],
  ...conversation
}: AskingProps) {
  const wording = useWording();
  const [asked, setAsked] = useState(question);
  const [outside] = conversation.outside ?? [];
  if (asked !== undefined || outside !== undefined || messages.length > 0) {
    return (
      <Suspense fallback={<PendingExchange question={asked ?? outside ?? ''} />}>
        <Conversation {...conversation} messages={messages} question={asked} />
      </Suspense>
    );
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: nothing is operated here; what follows asking is fetched ahead
    <div className={styles.conversation} onFocus={loadConversation} onPointerOver={loadConversation}>
      {opening}
      <Composer draft={draft} stage="idle" followUp={false} onAsk={setAsked} onStop={() => {}} />
      <Suggestions
        title={wording.opening.suggestions}
        heading="h2"
        suggestions={suggestions}
        onAsk={setAsked}
      />
    </div>
  );
}
