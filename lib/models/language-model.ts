import type { ChatModel } from './chat-model.ts';
import { type ChatProtocol, type ModelService, OpenAICompatibleModel } from './openai-compatible.ts';
import { ReliableChatModel, type TimeLimits } from './reliable-chat-model.ts';
import { TokenBudget, type TokenLimits } from './token-budget.ts';

/** What the settings say about the model that writes. */
export interface LanguageModelOptions {
  readonly service: ModelService;
  /** As the service names it. */
  readonly model: string;
  readonly protocol: ChatProtocol;
  /** Milliseconds. */
  readonly limits: TimeLimits;
  readonly budget: TokenLimits;
  /** Tokens of passages that the model is shown. */
  readonly passageTokens: number;
  /** Tokens that an answer may have. */
  readonly answerTokens: number;
}

/** The configured model, with limits, retries, budget and breaker. One for a process: budget and breaker are its own. */
export function openLanguageModel({
  service,
  model,
  protocol,
  limits,
  budget,
}: LanguageModelOptions): ChatModel {
  return new ReliableChatModel(new OpenAICompatibleModel(service, model, protocol), {
    limits,
    budget: new TokenBudget(budget),
  });
}
