import type { NextConfig } from 'next';
import { PHASE_PRODUCTION_SERVER } from 'next/constants.js';
import { languageRewrites } from './app/ui/page/language-rewrites.ts';

export default async function config(phase: string): Promise<NextConfig> {
  return {
    // Native addons are loaded from node_modules as they are.
    serverExternalPackages: ['onnxruntime-node', 'hnswlib-node', 'nodejieba'],
    poweredByHeader: false,
    // Rendered pages are kept in memory alone: they are of the running server's reports, and addresses that
    // nobody can list in advance must not fill the disk.
    experimental: { isrFlushToDisk: false },
    headers: async () => [
      {
        source: '/:path*',
        headers: [
          { key: 'X-Content-Type-Options', value: 'nosniff' },
          { key: 'Referrer-Policy', value: 'same-origin' },
        ],
      },
    ],
    rewrites: async () => languageRewrites(),
    compiler: { defineServer: { LOADER_SOURCE: await loaderSource(phase) } },
  };
}

/** What partners' pages load is built with the app, and stands in it as a text. */
async function loaderSource(phase: string): Promise<string> {
  if (phase === PHASE_PRODUCTION_SERVER) return '';
  const { buildLoader } = await import('./app/widget/build-loader.ts');
  return buildLoader();
}
