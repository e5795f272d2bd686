import { createOpenAI } from '@ai-sdk/openai';
import { extractReasoningMiddleware, streamText, wrapLanguageModel } from 'ai';
import type { ChatModel, ChatPart, ChatRequest } from './chat-model.ts';
import { ModelFailure, modelFailure } from './model-failure.ts';

/** A service that speaks OpenAI's protocol: OpenAI itself, DeepSeek, DashScope, Zhipu, Ollama, vLLM and others. */
export interface ModelService {
  /** Undefined for OpenAI's own. */
  readonly baseUrl?: string | undefined;
  /** Undefined for a service that asks for none. */
  readonly apiKey?: string | undefined;
}

/** Which of OpenAI's two protocols: most other services know chat completions only. */
export type ChatProtocol = 'chat-completions' | 'responses';

/** The report's words matter, not variety. */
const TEMPERATURE = 0.1;

export function openProvider({ baseUrl, apiKey }: ModelService) {
  return createOpenAI({ ...(baseUrl && { baseURL: baseUrl }), apiKey: apiKey ?? 'none' });
}

/** A chat model of an OpenAI-compatible service. It tries once: retries and limits are ReliableChatModel's. */
export class OpenAICompatibleModel implements ChatModel {
  readonly name: string;
  readonly #model: ReturnType<typeof wrapLanguageModel>;

  constructor(service: ModelService, name: string, protocol: ChatProtocol = 'chat-completions') {
    const provider = openProvider(service);
    this.name = name;
    this.#model = wrapLanguageModel({
      model: protocol === 'responses' ? provider.responses(name) : provider.chat(name),
      // Open reasoning models write what they think into the text.
      middleware: extractReasoningMiddleware({ tagName: 'think' }),
    });
  }

  async *stream({ instructions, messages, maxOutputTokens, signal }: ChatRequest): AsyncGenerator<ChatPart> {
    const result = streamText({
      model: this.#model,
      instructions,
      messages: messages.map(({ role, content }) => ({ role, content })),
      maxOutputTokens,
      temperature: TEMPERATURE,
      maxRetries: 0,
      ...(signal && { abortSignal: signal }),
      // Errors come through the stream; the SDK would print them as well.
      onError: () => {},
    });
    try {
      for await (const part of result.stream) {
        if (part.type === 'text-delta' && part.text) yield { type: 'text', text: part.text };
        else if (part.type === 'reasoning-delta') yield { type: 'thinking' };
        else if (part.type === 'error') throw part.error;
        else if (part.type === 'abort') return;
        else if (part.type === 'finish') {
          checkFinish(part.finishReason);
          const { inputTokens: input, outputTokens: output } = part.totalUsage;
          if (input !== undefined && output !== undefined) yield { type: 'usage', usage: { input, output } };
        }
      }
    } catch (error) {
      throw modelFailure(error);
    }
  }
}

/** A stream that stops without saying why was cut off, however well-formed what came before. */
function checkFinish(reason: string): void {
  if (reason === 'content-filter')
    throw new ModelFailure('filtered', 'the service’s filter stopped the answer');
  if (reason !== 'stop' && reason !== 'length')
    throw new ModelFailure('broken-off', `the stream ended before its end (${reason})`);
}
