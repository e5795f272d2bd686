import type { NextConfig } from 'next';

/** Nothing but two routes, to be measured beside the real one. */
const config: NextConfig = { poweredByHeader: false };

export default config;
