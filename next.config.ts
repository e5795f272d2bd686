import type { NextConfig } from 'next';

const config: NextConfig = {
  // Native addons are loaded from node_modules as they are.
  serverExternalPackages: ['onnxruntime-node', 'hnswlib-node', 'nodejieba'],
  poweredByHeader: false,
};

export default config;
