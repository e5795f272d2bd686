const HAN = /\p{Script=Han}/gu;
const CYRILLIC = /\p{Script=Cyrillic}/gu;

// Tokens a character, on the high side of what the usual vocabularies need (GPT, Qwen, DeepSeek, GLM: 0.6 to 1.3
// for Chinese): the estimate reserves a budget, so that too much is the safe side.
const TOKENS_PER_HAN = 1.2;
const TOKENS_PER_CYRILLIC = 0.6;
const TOKENS_PER_OTHER = 0.35;

/** How many tokens a text has at most, roughly, without knowing the model's vocabulary. */
export function estimateTokens(text: string): number {
  const han = text.match(HAN)?.length ?? 0;
  const cyrillic = text.match(CYRILLIC)?.length ?? 0;
  const other = text.length - han - cyrillic;
  return Math.ceil(han * TOKENS_PER_HAN + cyrillic * TOKENS_PER_CYRILLIC + other * TOKENS_PER_OTHER);
}
