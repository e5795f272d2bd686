import type { Figure } from './figures.ts';
import type { ServerProcess } from './server-process.ts';

/** Resident memory; jieba's dictionaries are most of it. */
export function memoryFigure(server: ServerProcess, when: string): Figure {
  return { group: 'Memory of the server', name: when, value: server.memory() / 1e6, unit: 'MB' };
}
