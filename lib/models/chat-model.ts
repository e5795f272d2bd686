/** One turn that a model is shown. */
export interface ChatMessage {
  readonly role: 'user' | 'assistant';
  readonly content: string;
}

export interface ChatRequest {
  /** Rules that stand above the conversation. */
  readonly instructions: string;
  readonly messages: readonly ChatMessage[];
  readonly maxOutputTokens: number;
  /** Aborted when nobody waits for the answer any more: the connection is closed at once. */
  readonly signal?: AbortSignal;
}

/** What a service says that a call has cost. */
export interface TokenUsage {
  readonly input: number;
  readonly output: number;
}

/** `thinking` is a sign of life and never shown; `usage` comes at most once, last, where the service tells it. */
export type ChatPart =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'thinking' }
  | { readonly type: 'usage'; readonly usage: TokenUsage };

/** A language model that writes as it goes. */
export interface ChatModel {
  /** As the service knows it. */
  readonly name: string;
  /** @throws ModelFailure, in the middle of the stream too; an aborted call ends or throws, soon. */
  stream(request: ChatRequest): AsyncIterable<ChatPart>;
}
