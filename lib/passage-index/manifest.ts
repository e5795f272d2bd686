import { createHash } from 'node:crypto';
import { z } from 'zod';
import { PASSAGE_SIZE } from '../passages/cut-passages.ts';

/** Raised whenever the files or their meaning change: an index of another format is built anew. */
export const INDEX_FORMAT = 1;

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

export const manifestSchema = z.object({
  format: z.literal(INDEX_FORMAT),
  edition: z.string().regex(/^[0-9a-f]{12}$/),
  createdAt: z.iso.datetime(),
  model: z.object({ id: z.string(), dimensions: z.int().positive() }),
  /** How the text was cut; another cut is another edition. */
  cut: z.object({ passageSize: z.int().positive() }),
  /** The files and folders that the ingest was given. */
  roots: z.array(z.string()).min(1),
  sources: z.array(z.object({ path: z.string(), sha256 })).min(1),
  counts: z.object({ reports: z.int(), passages: z.int(), sentences: z.int(), questions: z.int() }),
  files: z.record(z.string(), z.object({ bytes: z.int().nonnegative(), sha256 })),
});

/** What an index is made of, the hash of each of its files, and the edition that follows from its sources. */
export type Manifest = z.infer<typeof manifestSchema>;

export type EditionParts = Pick<Manifest, 'model' | 'sources'>;

export const CUT: Manifest['cut'] = { passageSize: PASSAGE_SIZE };

/** The same sources, model and cut always make the same edition. */
export function editionOf({ model, sources }: EditionParts): string {
  const parts = { format: INDEX_FORMAT, model, cut: CUT, sources };
  return sha256Of(JSON.stringify(parts)).slice(0, 12);
}

export function sha256Of(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}
