import type { NextConfig } from 'next';
import { PHASE_PRODUCTION_SERVER } from 'next/constants.js';

export default async function config(phase: string): Promise<NextConfig> {
  return {
    // Native addons are loaded from node_modules as they are.
    serverExternalPackages: ['onnxruntime-node', 'hnswlib-node', 'nodejieba'],
    poweredByHeader: false,
    compiler: { defineServer: { LOADER_SOURCE: await loaderSource(phase) } },
  };
}

/** What partners' pages load is built with the app, and stands in it as a text. */
async function loaderSource(phase: string): Promise<string> {
  if (phase === PHASE_PRODUCTION_SERVER) return '';
  const { buildLoader } = await import('./app/widget/build-loader.ts');
  return buildLoader();
}
