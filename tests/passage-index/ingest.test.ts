import { copyFile, mkdir, readdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { indexDirectory } from '../../lib/passage-index/editions.ts';
import { nearest } from '../../lib/passage-index/hnsw.ts';
import { IndexError } from '../../lib/passage-index/index-error.ts';
import type { IngestStage } from '../../lib/passage-index/ingest.ts';
import { temporaryDirectory } from '../temporary-directory.ts';
import { edit, ingestInto, model, open, smallCorpus } from './small-index.ts';

const filesIn = (dataDirectory: string) => readdir(indexDirectory(dataDirectory));

describe('an ingest', () => {
  it('builds an index from nothing and says what it is doing', async () => {
    const corpus = await smallCorpus();
    const stages: IngestStage[] = [];
    const summary = await ingestInto(corpus, (stage) => stages.push(stage));
    expect([...new Set(stages)]).toEqual(['file', 'passages', 'embeddings', 'index', 'published']);
    expect(summary).toMatchObject({ changed: true, manifest: { counts: { reports: 1, questions: 0 } } });
    const index = await open(corpus);
    expect(index.manifest).toEqual(summary.manifest);
    expect(index.passages.map(({ reportId }) => reportId)).toContain('harbours');
  });

  it('counts its texts while it embeds them', async () => {
    const counts: string[] = [];
    const { embedded } = await ingestInto(await smallCorpus(), (stage, { done, total }) => {
      if (stage === 'embeddings') counts.push(`${done}/${total}`);
    });
    expect(counts).toEqual(Array.from({ length: embedded }, (_, at) => `${at + 1}/${embedded}`));
  });

  it('has nothing to do when nothing changed, and does not load the model to find out', async () => {
    const corpus = await smallCorpus();
    const first = await ingestInto(corpus);
    const { ingest } = await import('../../lib/passage-index/ingest.ts');
    const again = await ingest({
      ...corpus,
      modelId: model.id,
      loadModel: () => Promise.reject(new Error('The model was loaded')),
      onProgress: () => {},
    });
    expect(again).toEqual({ manifest: first.manifest, changed: false, embedded: 0 });
  });

  it('makes the same edition from the same files', async () => {
    const corpus = await smallCorpus();
    const { manifest } = await ingestInto(corpus);
    const elsewhere = { ...corpus, dataDirectory: `${corpus.dataDirectory}-2` };
    const other = await ingestInto(elsewhere);
    expect(other.manifest.edition).toBe(manifest.edition);
    expect(other.manifest.files).toEqual(manifest.files);
  });

  it('embeds only what an edit changed', async () => {
    const corpus = await smallCorpus();
    const first = await ingestInto(corpus);
    await edit(corpus);
    const second = await ingestInto(corpus);
    // The sentence, and the passage that holds it.
    expect(second).toMatchObject({ changed: true, embedded: 2 });
    expect(first.embedded).toBeGreaterThan(20);
    expect(second.manifest.edition).not.toBe(first.manifest.edition);
    expect((await open(corpus)).passages.some(({ text }) => text.includes('升至32%'))).toBe(true);
  });

  it('embeds nothing when only the questions of other languages change', async () => {
    const corpus = await smallCorpus();
    await ingestInto(corpus);
    const line = {
      chapter: '结语',
      section: '',
      quote: '绿色不是港口的成本，而是港口的资格。',
      en: ['Is green a cost?'],
    };
    await writeFile(join(corpus.roots[0] ?? '', 'harbours.questions.jsonl'), JSON.stringify(line));
    expect(await ingestInto(corpus)).toMatchObject({ changed: true, embedded: 0 });
    expect((await open(corpus)).questions).toMatchObject([{ text: 'Is green a cost?', language: 'en' }]);
  });

  it('builds anew what was damaged, though the files are the same', async () => {
    const corpus = await smallCorpus();
    await ingestInto(corpus);
    const [edition] = (await filesIn(corpus.dataDirectory)).filter((name) => name.startsWith('edition-'));
    await writeFile(join(indexDirectory(corpus.dataDirectory), edition ?? '', 'passages.json'), '[]');
    await expect(open(corpus)).rejects.toThrow(IndexError);
    expect(await ingestInto(corpus)).toMatchObject({ changed: true });
    await expect(open(corpus)).resolves.toBeDefined();
  });

  it('leaves the index alone when a report cannot be read, and says which line', async () => {
    const corpus = await smallCorpus();
    const { manifest } = await ingestInto(corpus);
    await writeFile(join(corpus.roots[0] ?? '', 'broken.txt'), '没有标题\n');
    await expect(ingestInto(corpus)).rejects.toThrow(/broken\.txt:1: expected at least one chapter heading/);
    expect((await open(corpus)).manifest.edition).toBe(manifest.edition);
  });
});

describe('what an ingest is given', () => {
  it('may be a file, with whatever ending, and its companions are found beside it', async () => {
    const directory = await temporaryDirectory();
    await copyFile('tests/fixtures/reports/harbours.txt', join(directory, '港口.md'));
    await copyFile(
      'tests/fixtures/reports/harbours.questions.jsonl',
      join(directory, '港口.questions.jsonl'),
    );
    const corpus = { roots: [join(directory, '港口.md')], dataDirectory: join(directory, 'data') };
    expect((await ingestInto(corpus)).manifest.counts).toMatchObject({ reports: 1, questions: 3 });
    expect((await open(corpus)).reports[0]?.id).toBe('港口');
  });

  it('may name a report twice', async () => {
    const corpus = await smallCorpus();
    const { manifest } = await ingestInto({ ...corpus, roots: [...corpus.roots, corpus.report] });
    expect(manifest.counts.reports).toBe(1);
  });

  it('may not hold two reports of one name', async () => {
    const corpus = await smallCorpus();
    const twin = await smallCorpus();
    await expect(ingestInto({ ...corpus, roots: [...corpus.roots, ...twin.roots] })).rejects.toThrow(
      /harbours\.txt and .*harbours\.txt would both be called “harbours”: rename one/,
    );
  });

  it('may not be empty or missing', async () => {
    const { dataDirectory } = await smallCorpus();
    const empty = await temporaryDirectory();
    await expect(ingestInto({ roots: [empty], dataDirectory })).rejects.toThrow(
      /No report \(\*\.txt\) in .*npm run ingest/,
    );
    await expect(ingestInto({ roots: ['no/such/folder'], dataDirectory })).rejects.toThrow(
      /Cannot read no\/such\/folder/,
    );
  });
});

describe('two ingests at once', () => {
  it('the second waits, is told so, and finds the work done', async () => {
    const corpus = await smallCorpus();
    const stages: Record<'a' | 'b', IngestStage[]> = { a: [], b: [] };
    const summaries = await Promise.all([
      ingestInto(corpus, (stage) => stages.a.push(stage)),
      ingestInto(corpus, (stage) => stages.b.push(stage)),
    ]);
    expect(summaries.map(({ changed }) => changed).toSorted()).toEqual([false, true]);
    const [waiting] = Object.values(stages).filter((list) => list.includes('wait'));
    expect(waiting).toEqual(['wait']);
  });
});

describe('what a killed ingest left behind', () => {
  it('is cleaned up by the next one, even if that has nothing to do', async () => {
    const corpus = await smallCorpus();
    await ingestInto(corpus);
    const directory = indexDirectory(corpus.dataDirectory);
    for (const name of ['building-0b5e', 'edition-0123456789ab-01234567']) {
      await mkdir(join(directory, name));
      await writeFile(join(directory, name, 'reports.json'), '[]');
    }
    await writeFile(join(directory, 'current.4711'), 'edition-0123456789ab-01234567\n');
    expect(await ingestInto(corpus)).toMatchObject({ changed: false });
    expect(await filesIn(corpus.dataDirectory)).toEqual(['current', expect.stringMatching(/^edition-/)]);
  });

  it('does not lock the next one out', async () => {
    const corpus = await smallCorpus();
    await ingestInto(corpus);
    const lock = `${indexDirectory(corpus.dataDirectory)}.lock`;
    await mkdir(lock);
    const longAgo = new Date(Date.now() - 60_000);
    await utimes(lock, longAgo, longAgo);
    expect(await ingestInto(corpus)).toMatchObject({ changed: false });
  });
});

describe('the graph', () => {
  it('finds every text nearest to itself', async () => {
    const corpus = await smallCorpus();
    await ingestInto(corpus);
    const { layers } = await open(corpus);
    const { entries, store, vectors } = layers.sentences;
    for (const [position, { text }] of entries.entries()) {
      const vector = Array.from(
        vectors.subarray(position * model.dimensions, (position + 1) * model.dimensions),
      );
      const [best] = await nearest(store, vector, 3);
      expect(entries[best?.position ?? -1]?.text).toBe(text);
      expect(best?.similarity).toBeCloseTo(1, 4);
    }
  });
});
