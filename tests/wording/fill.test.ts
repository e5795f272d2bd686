import { expect, test } from 'vitest';
import { fill } from '../../lib/wording/fill.ts';

test('a sentence is filled with its values, each wherever its name stands', () => {
  expect(fill('第{number}段，共{count}段，第{number}段', { number: 3, count: 0 })).toBe(
    '第3段，共0段，第3段',
  );
});

test('a name without a value stays, and a value is not filled in turn', () => {
  expect(fill('{one} {two}', { one: '{two}' })).toBe('{two} {two}');
});
