/** Rows of numbers between -2 and 2 that fill the space evenly, the same at every run (Roberts' R sequence). */
export function evenlySpread(count: number, columns: number): number[][] {
  // The positive root of x ** (columns + 1) = x + 1.
  let root = 1;
  for (let step = 0; step < 30; step++) root = (1 + root) ** (1 / (columns + 1));
  return Array.from({ length: count }, (_, row) =>
    Array.from({ length: columns }, (__, column) => 4 * (((row + 1) / root ** (column + 1)) % 1) - 2),
  );
}
