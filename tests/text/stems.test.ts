import { describe, expect, it } from 'vitest';
import { stems } from '../../lib/text/stems.ts';

describe('stems', () => {
  it('leave endings aside in English and in Russian', () => {
    expect(stems('railways')).toEqual(stems('railway'));
    expect(stems('железными дорогами')).toEqual(stems('железные дороги'));
  });

  it('read ё as е', () => {
    expect(stems('учёный')).toEqual(stems('ученый'));
  });

  it('keep numbers as they stand, without the point that ends a sentence', () => {
    expect(stems('It grew by 7.2% in 2024.')).toEqual(expect.arrayContaining(['7.2%', '2024']));
  });

  it('pass over Chinese', () => {
    expect(stems('中亚 Kaspi 平台')).toHaveLength(1);
  });
});
