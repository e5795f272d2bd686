/** One line of the bench's table. */
export interface Figure {
  readonly group: string;
  readonly name: string;
  readonly value: number;
  readonly unit: 'ms' | 's' | '×' | 'MB' | 'a second';
  /** What it should not exceed, or, for a ratio of throughputs, at least reach. */
  readonly wanted?: { readonly atMost: number } | { readonly atLeast: number };
}

export function isMet({ value, wanted }: Figure): boolean | undefined {
  if (!wanted) return undefined;
  return 'atMost' in wanted ? value <= wanted.atMost : value >= wanted.atLeast;
}

const VALUE_WIDTH = 9;
const UNIT_WIDTH = 9;

/** A plain table, a heading a group. */
export function tableOf(figures: readonly Figure[]): string {
  const nameWidth = Math.max(...figures.map(({ name }) => name.length)) + 2;
  const groups = Map.groupBy(figures, ({ group }) => group);
  return [...groups]
    .map(([group, rows]) => [group, ...rows.map((figure) => lineOf(figure, nameWidth))].join('\n'))
    .join('\n\n');
}

function lineOf(figure: Figure, nameWidth: number): string {
  const { name, value, unit, wanted } = figure;
  const digits = value >= 100 ? 0 : 2;
  const columns = `  ${name.padEnd(nameWidth)}${value.toFixed(digits).padStart(VALUE_WIDTH)} ${unit.padEnd(UNIT_WIDTH)}`;
  if (!wanted) return columns.trimEnd();
  const bound = 'atMost' in wanted ? `≤ ${wanted.atMost}` : `≥ ${wanted.atLeast}`;
  return `${columns} wanted ${bound}${isMet(figure) ? '' : '  MISSED'}`;
}
