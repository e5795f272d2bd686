import { readFile } from 'node:fs/promises';
import type { ChatModel } from '../lib/models/chat-model.ts';
import { estimateTokens } from '../lib/models/estimate-tokens.ts';
import { openLanguageModel } from '../lib/models/language-model.ts';
import { QUESTIONS_SUFFIX, UNANSWERED_SUFFIX } from '../lib/report/anticipated-questions.ts';
import { parseReport } from '../lib/report/parse.ts';
import type { Report } from '../lib/report/report.ts';
import { readSettings } from '../lib/settings.ts';
import { withoutWhitespace } from '../lib/text/normalise.ts';
import {
  ANSWER_TOKENS,
  contentFor,
  instructionsFor,
  questionsIn,
  type WantedSentence,
  type WrittenQuestions,
} from './anticipate/request.ts';
import { appendLine, writtenLines } from './anticipate/written-lines.ts';
import { readArguments, run, UsageError } from './command.ts';

const USAGE = 'Usage: npm run anticipate -- REPORT.txt [--unanswered] [--yes]';
/** What it costs was said and agreed to; the daily budget is for readers' questions. */
const AS_CONFIRMED = { perMinute: Number.MAX_SAFE_INTEGER, perDay: Number.MAX_SAFE_INTEGER };
/** A model that does not keep to the form is asked once more. */
const TRIES = 2;

/**
 * Has the configured model write the questions of each sentence, beside the report and in the form that an ingest
 * reads. Says first what it will cost; stopped at any point, it goes on where it was.
 */
await run(async () => {
  const { positionals, values } = readArguments(USAGE, {
    unanswered: { type: 'boolean' },
    yes: { type: 'boolean' },
  });
  const [path] = positionals;
  if (!path?.endsWith('.txt')) throw new UsageError(USAGE);
  const { languageModel } = readSettings();
  if (!languageModel) {
    throw new Error('No language model is configured: set CHAT_MODEL and its service, see .env.example');
  }
  const kind = values.unanswered ? 'unanswered' : 'answered';
  const file = path.replace(/\.txt$/, kind === 'answered' ? QUESTIONS_SUFFIX : UNANSWERED_SUFFIX);
  const report = parseReport(await readFile(path), path);
  const done = new Set((await writtenLines(file)).map(({ quote }) => withoutWhitespace(quote)));
  const wanted = sentencesOf(report).filter(({ sentence }) => !done.has(withoutWhitespace(sentence.text)));
  const instructions = instructionsFor(kind);

  console.log(
    `${languageModel.model}: ${wanted.length} sentences to write for, ${done.size} done. ${cost(instructions, wanted)}`,
  );
  if (wanted.length === 0) return;
  if (!values.yes) {
    console.log('Nothing was sent. Go on with --yes');
    return;
  }
  const model = openLanguageModel({ ...languageModel, budget: AS_CONFIRMED });
  const missed: string[] = [];
  for (const [index, place] of wanted.entries()) {
    const written = await write(model, instructions, place);
    const { chapter, section, sentence } = place;
    console.log(
      `${index + 1}/${wanted.length} ${written ? 'written' : 'not in the form, left out'}: ${sentence.address}`,
    );
    if (!written) missed.push(sentence.address);
    else {
      const quote = withoutWhitespace(sentence.text);
      await appendLine(file, { chapter: chapter.label, section: section.title, quote, ...written });
    }
  }
  console.log(`${file}: review it, then run npm run ingest.`);
  if (missed.length > 0) throw new Error(`Run it again for ${missed.length} sentences: ${missed.join(', ')}`);
});

/** Every sentence that says something: no run-in titles, no headings. */
function sentencesOf(report: Report): WantedSentence[] {
  return report.chapters.flatMap((chapter) =>
    chapter.sections.flatMap((section) =>
      section.paragraphs.flatMap((paragraph) =>
        paragraph.sentences
          .filter((sentence) => !sentence.isTitle)
          .map((sentence) => ({ chapter, section, paragraph, sentence })),
      ),
    ),
  );
}

function cost(instructions: string, wanted: readonly WantedSentence[]): string {
  const input = wanted.reduce((sum, place) => sum + estimateTokens(instructions + contentFor(place)), 0);
  const output = wanted.length * ANSWER_TOKENS;
  return `At most about ${thousands(input)} tokens in and ${thousands(output)} out.`;
}

async function write(
  model: ChatModel,
  instructions: string,
  place: WantedSentence,
): Promise<WrittenQuestions | undefined> {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    let answer = '';
    const messages = [{ role: 'user', content: contentFor(place) }] as const;
    for await (const part of model.stream({ instructions, messages, maxOutputTokens: ANSWER_TOKENS })) {
      if (part.type === 'text') answer += part.text;
    }
    const written = questionsIn(answer);
    if (written) return written;
  }
  return undefined;
}

function thousands(tokens: number): string {
  return `${Math.ceil(tokens / 1000)},000`;
}
