import { describeFailure } from '../lib/models/advice.ts';
import { loadEmbeddingModel } from '../lib/models/configured-embeddings.ts';
import { type LanguageModelOptions, openLanguageModel } from '../lib/models/language-model.ts';
import { modelFailure } from '../lib/models/model-failure.ts';
import { readSettings, type Settings } from '../lib/settings.ts';
import { readArguments, run } from './command.ts';

const USAGE = 'Usage: npm run doctor';
const QUESTION = '用一句话介绍中亚五国。';

/** Calls the configured models once and says what works and what to change. */
await run(async () => {
  readArguments(USAGE, {});
  const settings = readSettings();
  const healthy = [await examineChat(settings), await examineEmbeddings(settings)];
  if (healthy.includes(false)) throw new Error('Something does not work; see above.');
});

async function examineChat({ languageModel: options }: Settings): Promise<boolean> {
  if (!options) {
    console.log('Language model: none. Answers are made of the report’s own sentences.');
    console.log('  To have a model write them, set CHAT_MODEL and its service: see .env.example');
    return true;
  }
  console.log(`Language model: ${options.model} at ${options.service.baseUrl ?? 'OpenAI'}`);
  try {
    const { pieces, text, first, whole, usage } = await askOnce(options);
    console.log(`  answers: yes, ${text.length} characters`);
    console.log(
      pieces > 1
        ? `  streams: yes, in ${pieces} pieces`
        : '  streams: no. Readers wait for the whole answer; a proxy in between may hold it back',
    );
    console.log(
      usage
        ? `  usage figures: yes, ${usage.input} tokens in, ${usage.output} out`
        : '  usage figures: no. The budget is kept with estimates, on the high side',
    );
    console.log(`  first words after ${seconds(first)}, all after ${seconds(whole)}`);
    if (first > options.limits.first / 2)
      console.log('  That is close to CHAT_FIRST_SECONDS: raise it, or take a quicker model');
    return true;
  } catch (error) {
    return complain(error);
  }
}

async function askOnce(options: LanguageModelOptions) {
  const started = performance.now();
  const answer = {
    pieces: 0,
    text: '',
    first: 0,
    whole: 0,
    usage: undefined as { input: number; output: number } | undefined,
  };
  for await (const part of openLanguageModel(options).stream({
    instructions: '',
    messages: [{ role: 'user', content: QUESTION }],
    maxOutputTokens: options.answerTokens,
  })) {
    answer.first ||= performance.now() - started;
    if (part.type === 'usage') answer.usage = part.usage;
    if (part.type !== 'text') continue;
    answer.pieces++;
    answer.text += part.text;
  }
  return { ...answer, whole: performance.now() - started };
}

async function examineEmbeddings(settings: Settings): Promise<boolean> {
  if (!settings.embeddings) {
    console.log('Embeddings: the bundled model');
    return true;
  }
  console.log(
    `Embeddings: ${settings.embeddings.model} at ${settings.embeddings.service.baseUrl ?? 'OpenAI'}`,
  );
  try {
    const started = performance.now();
    const model = await loadEmbeddingModel(settings);
    console.log(
      `  answers: yes, ${model.dimensions} dimensions, after ${seconds(performance.now() - started)}`,
    );
    console.log('  An index made with another model is refused: run npm run ingest after a change');
    return true;
  } catch (error) {
    return complain(error);
  }
}

function complain(error: unknown): boolean {
  const failure = modelFailure(error);
  console.log(`  ${failure.message}`);
  console.log(`  ${describeFailure(failure.kind)}`);
  return false;
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}
