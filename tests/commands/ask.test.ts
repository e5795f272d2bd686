import { beforeAll, describe, expect, it } from 'vitest';
import { POST } from '../../app/api/ask/route.ts';
import { post } from '../app/api/requests.ts';
import { serveCorpus } from '../app/serve-corpus.ts';
import { indexedCorpus } from '../indexed-corpus.ts';
import { temporaryDirectory } from '../temporary-directory.ts';
import { run } from './command.ts';

serveCorpus();
const QUESTION = '2024年中国与中亚国家的贸易额是多少？';
let settings: { DATA_DIR: string };

beforeAll(async () => {
  settings = { DATA_DIR: await indexedCorpus() };
});

/** A sentence on one line, without a trace of the machinery. */
const ONE_LINE = /^(?!.*\bat .*:\d+:\d+).+\n$/;

describe('npm run ask', () => {
  it('answers with its sources', async () => {
    const { status, output, errors } = await run('ask', [QUESTION], settings);
    expect({ status, errors }).toEqual({ status: 0, errors: '' });
    expect(output).toMatch(/\[1\]/);
    expect(output).toMatch(/^\[1\] (序言|第.章|结语).* ¶\d+ {2}\/read\/report\/\S+$/m);
  });

  it('prints with --json what /api/ask gives', async () => {
    const { status, output } = await run('ask', ['--json', QUESTION], settings);
    expect(status).toBe(0);
    expect(JSON.parse(output)).toEqual(await (await POST(post('/api/ask', { question: QUESTION }))).json());
  });

  it.each([
    ['without a question', [], /^Usage: npm run ask/],
    [
      'with an option that it does not know',
      ['--jsn', QUESTION],
      /Unknown option '--jsn'\. Usage: npm run ask/,
    ],
    [
      'about a report that there is not',
      ['--report', 'nope', QUESTION],
      /There is no report “nope”\. Known: report/,
    ],
  ])('ends with 2 %s', async (_, args, sentence) => {
    const { status, errors, output } = await run('ask', args, settings);
    expect(status).toBe(2);
    expect(errors).toMatch(sentence);
    expect(errors).toMatch(ONE_LINE);
    expect(output).toBe('');
  });

  it('ends with 1 and says what to do when there is no index', async () => {
    const { status, errors } = await run('ask', [QUESTION], { DATA_DIR: await temporaryDirectory() });
    expect(status).toBe(1);
    expect(errors).toMatch(/^There is no index in .*\. Build it with: npm run ingest\n$/);
  });

  it('shows where an error came from only with DEBUG', async () => {
    const { status, errors } = await run('ask', [QUESTION], { DATA_DIR: '/nowhere', DEBUG: '1' });
    expect(status).toBe(1);
    expect(errors).toMatch(/IndexError: There is no index in \/nowhere.*\n\s+at /);
  });

  it('ends with 1 and names a setting that is wrong', async () => {
    const { status, errors } = await run('ask', [QUESTION], { ...settings, PORT: 'eighty' });
    expect(status).toBe(1);
    expect(errors).toContain('PORT=eighty is not usable');
    expect(errors).toMatch(ONE_LINE);
  });
});
