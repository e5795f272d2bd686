import { z } from 'zod';
import { parseJsonLines } from './json-lines.ts';

/** The files beside `report.txt` that hold them. */
export const TERMS_SUFFIX = '.terms.jsonl';
export const NAMES_SUFFIX = '.names.jsonl';

const forms = z.array(z.string().min(1)).default([]);
const termSchema = z.object({ zh: z.array(z.string().min(1)).min(1), en: forms, ru: forms });
const nameSchema = z.object({ zh: z.array(z.string().min(1)).min(2) });

/** A Chinese term of a report, the preferred wording first, and how English and Russian readers put it. */
export type Term = z.infer<typeof termSchema>;

export interface Glossary {
  readonly terms: readonly Term[];
  /** Names of one thing, the one that the report prints first: 哈萨克斯坦, 哈国, 哈方. */
  readonly names: readonly (readonly string[])[];
}

export function parseTerms(bytes: Uint8Array, file: string): Term[] {
  return parseJsonLines(bytes, file, termSchema).map(({ value }) => value);
}

export function parseNames(bytes: Uint8Array, file: string): string[][] {
  return parseJsonLines(bytes, file, nameSchema).map(({ value }) => value.zh);
}
