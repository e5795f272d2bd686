import type { NextConfig } from 'next';
import { languageRewrites } from './app/ui/page/language-rewrites.ts';

const config: NextConfig = {
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
};

export default config;
