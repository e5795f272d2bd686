import type { FailureKind } from './model-failure.ts';

const ADVICE: Readonly<Record<FailureKind, string>> = {
  unauthorised:
    'The key is not accepted: check OPENAI_API_KEY, and that it belongs to the service at OPENAI_BASE_URL',
  'out-of-credit': 'The account has no credit left: top it up at the service',
  'unknown-model':
    'The service does not know the address or the model: OPENAI_BASE_URL usually ends in /v1, CHAT_MODEL is the name as the service lists it',
  'bad-request': 'The service does not take the request: try the other CHAT_PROTOCOL, or another model',
  'rate-limited': 'Too many calls, or too many tokens: wait, or ask the service for a higher limit',
  'service-error': 'The service itself fails: try again later',
  unreachable: 'Nothing answers there: check OPENAI_BASE_URL, the network, and whether the server runs',
  'broken-off': 'The connection was closed before the end: look for a proxy with a time limit in between',
  malformed: 'What came back is no event stream: check that OPENAI_BASE_URL is the API and not a web page',
  filtered: 'The service’s content filter stopped the answer: nothing to change here',
  empty: 'The model said nothing: try another model, or raise CHAT_ANSWER_TOKENS for one that thinks first',
  'too-slow':
    'Too slow: raise CHAT_FIRST_SECONDS, CHAT_PAUSE_SECONDS or CHAT_WHOLE_SECONDS, or take a quicker model',
  'too-long': 'The service ignores the limit for the answer’s length: try another model',
  repetition: 'The model turns in circles: try another model',
  'over-budget':
    'The budget does not allow a single answer: raise CHAT_TOKENS_PER_MINUTE or CHAT_TOKENS_PER_DAY',
  resting: 'Left alone after repeated failures: it is tried again within a minute',
};

/** What an operator can do about a failure. */
export function describeFailure(kind: FailureKind): string {
  return ADVICE[kind];
}
