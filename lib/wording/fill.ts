/** Puts values into a sentence: `fill('第{number}段', { number: 3 })` is `第3段`. */
export function fill(sentence: string, values: Readonly<Record<string, string | number>>): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
