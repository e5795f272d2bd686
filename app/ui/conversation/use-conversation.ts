import { useChat } from '@ai-sdk/react';
import { useEffect, useMemo, useState } from 'react';
import type { Language } from '../../../lib/text/language.ts';
import type { ChatMessage } from '../../chat-message.ts';
import { type Exchange, exchangesOf } from './exchange.ts';
import { type Failure, failureOf } from './failure.ts';
import { chatTransport } from './transport.ts';

/** Milliseconds between renderings of an answer that streams: fluent to the eye, light on the page. */
const RENDER_EVERY = 60;

export type Stage = 'idle' | 'searching' | 'writing';

export interface Conversation {
  readonly exchanges: readonly Exchange[];
  readonly stage: Stage;
  readonly failure: Failure | undefined;
  readonly ask: (question: string) => void;
  /** Puts another question in the place of one that was asked; what followed it is dropped. */
  readonly askInstead: (exchange: Exchange, question: string) => void;
  readonly askAgain: (exchange: Exchange) => void;
  readonly stop: () => void;
}

interface ConversationStart {
  readonly messages: readonly ChatMessage[];
  readonly language: Language;
  /** Only about this report. */
  readonly report: string | undefined;
  /** Called with every state worth keeping: when a question was asked and when an answer ended. */
  readonly onChange: ((messages: readonly ChatMessage[]) => void) | undefined;
  /** How the server is asked. */
  readonly request: typeof fetch;
}

export function useConversation({
  messages: kept,
  language,
  report,
  onChange,
  request,
}: ConversationStart): Conversation {
  const transport = useMemo(() => chatTransport(language, report, request), [language, report, request]);
  const [start] = useState(() => [...kept]);
  const chat = useChat<ChatMessage>({ messages: start, transport, throttle: RENDER_EVERY });
  const { messages, status, error, sendMessage, stop } = chat;
  const exchanges = useMemo(() => exchangesOf(messages), [messages]);
  const stage = stageOf(status, exchanges.at(-1));

  // biome-ignore lint/correctness/useExhaustiveDependencies: at the turns of an answer, not with each piece of it
  useEffect(() => {
    if (messages !== start && messages.length > 0) onChange?.(messages);
  }, [status]);

  const replace = (exchange: Exchange, text: string) => {
    chat.clearError();
    void sendMessage({ text, messageId: exchange.id });
  };
  return {
    exchanges,
    stage,
    failure: error && failureOf(error),
    ask: (text) => void sendMessage({ text }),
    askInstead: replace,
    askAgain: (exchange) => replace(exchange, exchange.question),
    stop: () => void stop(),
  };
}

function stageOf(status: 'submitted' | 'streaming' | 'ready' | 'error', last: Exchange | undefined): Stage {
  if (status === 'submitted') return 'searching';
  if (status === 'streaming') return last?.answer?.text ? 'writing' : 'searching';
  return 'idle';
}
