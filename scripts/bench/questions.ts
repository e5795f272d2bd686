import { readFile } from 'node:fs/promises';
import { anticipatedLineSchema } from '../../lib/report/anticipated-questions.ts';
import { parseJsonLines } from '../../lib/report/json-lines.ts';

const FILE = 'corpus/report.questions.jsonl';

/** Chinese questions in turn, each another one: more of them than a server remembers the vectors of. */
export class Questions {
  readonly #texts: readonly string[];
  #next = 0;

  private constructor(texts: readonly string[]) {
    this.#texts = texts;
  }

  static async read(): Promise<Questions> {
    const lines = parseJsonLines(await readFile(FILE), FILE, anticipatedLineSchema);
    // First questions first, so that neighbours ask about different sentences.
    const longest = Math.max(...lines.map(({ value }) => value.zh.length));
    const rounds = Array.from({ length: longest }, (_, at) =>
      lines.flatMap(({ value }) => value.zh[at] ?? []),
    );
    return new Questions([...new Set(rounds.flat())]);
  }

  next(): string {
    return this.#texts[this.#next++ % this.#texts.length] ?? '';
  }

  take(count: number): string[] {
    return Array.from({ length: count }, () => this.next());
  }
}
