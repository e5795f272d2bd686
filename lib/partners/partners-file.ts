import { type DocumentNode, parse, type ValueNode } from '@humanwhocodes/momoa';
import type { z } from 'zod';
import { type Partner, partnersSchema } from './partner.ts';

/** What is wrong in a partners file: one line for each mistake, with the line where it stands. */
export class PartnersFileError extends Error {
  override readonly name = 'PartnersFileError';
}

/** More would bury the first, which is often the cause of the rest. */
const MAX_MISTAKES = 10;

interface Mistake {
  readonly line: number;
  readonly text: string;
}

/**
 * Reads `{ "partners": [...] }`.
 * @param name of the file, as the messages call it
 * @throws PartnersFileError
 */
export function parsePartners(json: string, name: string): Partner[] {
  const document = parseJson(json, name);
  const repeated = repeatedKeys(document.body);
  if (repeated.length > 0) throw mistaken(repeated, name);
  const parsed = partnersSchema.safeParse(JSON.parse(withoutMark(json)));
  if (!parsed.success)
    throw mistaken(
      parsed.error.issues.map((issue) => locate(issue, document)),
      name,
    );
  const doubled = doubledIds(parsed.data.partners, document);
  if (doubled.length > 0) throw mistaken(doubled, name);
  return parsed.data.partners;
}

function mistaken(mistakes: readonly Mistake[], name: string): PartnersFileError {
  const lines = mistakes.slice(0, MAX_MISTAKES).map(({ line, text }) => `${name}:${line}: ${text}`);
  return new PartnersFileError(lines.join('\n'));
}

/** Some editors begin a file with a byte order mark. */
function withoutMark(text: string): string {
  return text.replace(/^\uFEFF/, '');
}

function parseJson(json: string, name: string): DocumentNode {
  try {
    return parse(withoutMark(json), { mode: 'json' });
  } catch (error) {
    const { message, line = 1 } = error as Error & { line?: number };
    throw mistaken([{ line, text: `not valid JSON: ${message}` }], name);
  }
}

/** JSON lets the last of two equal keys win in silence: here it would be a lost setting. */
function repeatedKeys(node: ValueNode): Mistake[] {
  if (node.type === 'Array') return node.elements.flatMap(({ value }) => repeatedKeys(value));
  if (node.type !== 'Object') return [];
  const seen = new Set<string>();
  return node.members.flatMap(({ name, value }) => {
    const key = name.type === 'String' ? name.value : name.name;
    const again = seen.has(key)
      ? [{ line: name.loc.start.line, text: `“${key}” stands here a second time` }]
      : [];
    seen.add(key);
    return [...again, ...repeatedKeys(value)];
  });
}

function locate(issue: z.core.$ZodIssue, document: DocumentNode): Mistake {
  const path = issue.path.map(String);
  const place = path.join('.').replace(/\.(\d+)/g, '[$1]') || 'the file';
  if (issue.code !== 'unrecognized_keys')
    return { line: lineOf(document, path), text: `${place}: ${issue.message}` };
  const [key = ''] = issue.keys;
  return { line: lineOf(document, [...path, key]), text: `${place}: there is no setting “${key}”` };
}

/** The line of the value at `path`, or of the nearest thing around it that exists. */
function lineOf(document: DocumentNode, path: readonly string[]): number {
  let node: ValueNode = document.body;
  for (const step of path) {
    const next = childOf(node, step);
    if (!next) break;
    node = next;
  }
  return node.loc.start.line;
}

function childOf(node: ValueNode, step: string): ValueNode | undefined {
  if (node.type === 'Array') return node.elements[Number(step)]?.value;
  if (node.type !== 'Object') return undefined;
  return node.members.find(({ name }) => (name.type === 'String' ? name.value : name.name) === step)?.value;
}

function doubledIds(partners: readonly Partner[], document: DocumentNode): Mistake[] {
  return partners.flatMap(({ id }, index) => {
    if (partners.findIndex((other) => other.id === id) === index) return [];
    const line = lineOf(document, ['partners', String(index), 'id']);
    return [{ line, text: `partners[${index}].id: there is already a partner “${id}”` }];
  });
}
