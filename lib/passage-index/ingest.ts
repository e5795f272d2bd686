import type { EmbeddingModel } from '../models/embedding-model.ts';
import { knownQuestions, sentenceChildren } from '../passages/children.ts';
import { cutPassages } from '../passages/cut-passages.ts';
import type { KnownQuestion } from '../passages/passage.ts';
import { parseBackgroundQuestions } from '../report/background-questions.ts';
import { paragraphsOf } from '../report/report.ts';
import { buildIndex, type IndexContents } from './build.ts';
import { newBuildFolder, publish, removeLeftovers, withIndexLock } from './editions.ts';
import { layerEntries } from './layers.ts';
import { CUT, editionOf, INDEX_FORMAT, type Manifest } from './manifest.ts';
import { openIndex, type PassageIndex, verifyPublished } from './open.ts';
import { filesOf, type ParsedSource, parseSources, readSources, type Sources } from './sources.ts';
import { embedLayers, knownVectors } from './vectors.ts';

export type IngestStage = 'wait' | 'file' | 'passages' | 'embeddings' | 'index' | 'published';

/** Told at every step. `done` of `total` where a stage can be counted, `detail` is a file or a step. */
export type IngestProgress = (
  stage: IngestStage,
  step: { detail?: string; done?: number; total?: number },
) => void;

export interface IngestRequest {
  /** Files and folders with reports. */
  readonly roots: readonly string[];
  /** A file of questions that no report answers. */
  readonly backgroundQuestions?: string;
  readonly dataDirectory: string;
  readonly modelId: string;
  /** Loads the model; not called when nothing changed. */
  readonly loadModel: () => Promise<EmbeddingModel>;
  readonly onProgress: IngestProgress;
}

export interface IngestSummary {
  readonly manifest: Manifest;
  readonly changed: boolean;
  /** Texts that went through the model. */
  readonly embedded: number;
}

/**
 * Builds the index aside and publishes it whole; killed at any point, it leaves the old one. Vectors of texts
 * that did not change are taken over from the index that is there.
 */
export async function ingest(request: IngestRequest): Promise<IngestSummary> {
  return withIndexLock(
    request.dataDirectory,
    () => request.onProgress('wait', {}),
    async () => {
      await removeLeftovers(request.dataDirectory);
      try {
        const sources = await readSources(request.roots, request.backgroundQuestions);
        const unchanged = await publishedUnchanged(request, sources);
        if (unchanged) return { manifest: unchanged, changed: false, embedded: 0 };
        return await buildAndPublish(request, sources);
      } finally {
        await removeLeftovers(request.dataDirectory);
      }
    },
  );
}

/** The published manifest, if it was made from exactly these sources with this model and all its files are whole. */
async function publishedUnchanged(request: IngestRequest, sources: Sources): Promise<Manifest | undefined> {
  const manifest = await verifyPublished(request.dataDirectory).catch(() => undefined);
  if (!manifest) return undefined;
  const model = { id: request.modelId, dimensions: manifest.model.dimensions };
  return editionOf({ model, sources: sourceHashes(sources) }) === manifest.edition ? manifest : undefined;
}

async function buildAndPublish(request: IngestRequest, sources: Sources): Promise<IngestSummary> {
  const { onProgress, dataDirectory } = request;
  const files = filesOf(sources);
  for (const [index, file] of files.entries()) {
    onProgress('file', { detail: file.path, done: index + 1, total: files.length });
  }
  const contents = contentsOf(parseSources(sources.reports), backgroundQuestions(sources));
  onProgress('passages', { done: contents.passages.length, total: contents.passages.length });

  const model = await request.loadModel();
  const previous = await openIndex(dataDirectory, model).catch((): PassageIndex | undefined => undefined);
  const { vectors, embedded } = await embedLayers(
    contents.entries,
    knownVectors(previous),
    model,
    (done, total) => onProgress('embeddings', { done, total }),
  );

  const parts = { model: { id: model.id, dimensions: model.dimensions }, sources: sourceHashes(sources) };
  const edition = editionOf(parts);
  const folder = await newBuildFolder(dataDirectory);
  const manifest = await buildIndex(
    folder,
    { ...contents, vectors },
    {
      ...parts,
      edition,
      format: INDEX_FORMAT,
      createdAt: new Date().toISOString(),
      cut: CUT,
      roots: [...request.roots],
      counts: countsOf(contents),
    },
    (file) => onProgress('index', { detail: file }),
  );
  await publish(dataDirectory, folder, edition, (step) => onProgress('published', { detail: step }));
  return { manifest, changed: true, embedded };
}

function backgroundQuestions({ background }: Sources): KnownQuestion[] {
  if (!background) return [];
  return parseBackgroundQuestions(background.bytes, background.path).map(
    (question) => ({ kind: 'background', ...question }) as const,
  );
}

function contentsOf(
  sources: readonly ParsedSource[],
  background: readonly KnownQuestion[],
): Omit<IndexContents, 'vectors'> {
  const reports = sources.map((source) => source.report);
  const passages = reports.flatMap(cutPassages);
  const anticipated = sources.flatMap(({ report, questions }) =>
    knownQuestions(passages, report.id, questions),
  );
  const questions = [...anticipated, ...background];
  return {
    reports,
    passages,
    questions,
    glossary: {
      terms: sources.flatMap((source) => source.glossary.terms),
      names: sources.flatMap((source) => source.glossary.names),
    },
    entries: layerEntries(passages, sentenceChildren(passages), questions),
  };
}

function countsOf({ reports, passages, questions }: Omit<IndexContents, 'vectors'>): Manifest['counts'] {
  const sentences = reports
    .flatMap(paragraphsOf)
    .reduce((sum, paragraph) => sum + paragraph.sentences.length, 0);
  return { reports: reports.length, passages: passages.length, sentences, questions: questions.length };
}

function sourceHashes(sources: Sources): Manifest['sources'] {
  return filesOf(sources).map(({ path, sha256 }) => ({ path, sha256 }));
}
