import type { Citation } from '../lib/answer/answer.ts';
import { answerJson } from '../lib/answer/answer-json.ts';
import { Assistant } from '../lib/assistant.ts';
import { readSettings } from '../lib/settings.ts';
import { readArguments, run, UsageError } from './command.ts';

const USAGE = 'Usage: npm run ask -- [--json] [--report ID] "问题"';

await run(async () => {
  const { values, positionals } = readArguments(USAGE, {
    json: { type: 'boolean' },
    report: { type: 'string' },
  });
  const question = positionals.join(' ').trim();
  if (question === '') throw new UsageError(USAGE);
  const assistant = await Assistant.open(readSettings());
  if (values.report && !assistant.reports.some((report) => report.id === values.report)) {
    throw new UsageError(
      `There is no report “${values.report}”. Known: ${assistant.reports.map(({ id }) => id).join(', ')}`,
    );
  }
  const asked = { question, ...(values.report && { reportId: values.report }) };
  if (values.json) console.log(JSON.stringify(answerJson(await assistant.answer(asked)), null, 2));
  else await printStreamed(assistant, asked);
});

async function printStreamed(assistant: Assistant, asked: { question: string }): Promise<void> {
  let sources: readonly Citation[] = [];
  for await (const event of assistant.ask(asked).events) {
    if (event.type === 'citations') sources = event.citations;
    else if (event.type === 'text') process.stdout.write(event.text);
    else {
      console.log('\n');
      for (const source of sources) console.log(describe(source));
      for (const section of event.outcome.refusal?.nearest ?? [])
        console.log(`- ${section.chapter} ${section.section} ${section.url}`);
      if (event.outcome.notice) console.log(event.outcome.notice);
    }
  }
}

function describe({ id, chapter, chapterTitle, section, paragraph, url }: Citation): string {
  return `[${id}] ${[chapter, chapterTitle, section].filter(Boolean).join(' ')} ¶${paragraph}  ${url}`;
}
