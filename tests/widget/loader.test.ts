import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { buildLoader } from '../../app/widget/build-loader.ts';
import { loaderFileName, loaderIntegrity } from '../../app/widget/published-loader.ts';

const MOST_BYTES = 4 * 1024;

describe('The loader', () => {
  test('is 4 KB at most, compressed', async () => {
    expect(gzipSync(await buildLoader()).length).toBeLessThanOrEqual(MOST_BYTES);
  });

  test('is one script that brings all it needs and names no host', async () => {
    const source = await buildLoader();
    expect(source).not.toMatch(/\bimport\b|\brequire\(|https?:\/\/(?!www\.w3\.org\/2000\/svg)/);
    expect(source).not.toMatch(/innerHTML|\beval\(|new Function|localStorage|document\.cookie/);
  });

  test('is the same, and at the same address, each time it is built', async () => {
    const [one, other] = [await buildLoader(), await buildLoader()];
    expect(one).toBe(other);
    expect(loaderFileName(one)).toMatch(/^[0-9a-f]{20}\.js$/);
    expect(loaderFileName(`${one} `)).not.toBe(loaderFileName(one));
    expect(loaderIntegrity('')).toBe(
      'sha384-OLBgp1GsljhM2TJ+sbHjaiH9txEUvgdDTAzHv2P24donTt6/529l+9Ua0vFImLlb',
    );
  });
});
