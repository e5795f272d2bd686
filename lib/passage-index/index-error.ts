export type IndexProblem = 'missing' | 'damaged' | 'incompatible' | 'busy' | 'disk-full';

/** Why an index cannot be used. The message says which command mends it. */
export class IndexError extends Error {
  override readonly name = 'IndexError';
  readonly problem: IndexProblem;

  constructor(problem: IndexProblem, message: string) {
    super(message);
    this.problem = problem;
  }
}
