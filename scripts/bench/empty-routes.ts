import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { buildIsCurrent } from '../build-state.ts';

/** An otherwise empty Next app, built and served as the real one is. */
export const EMPTY_ROUTES = join('scripts', 'bench', 'empty-route');

export async function buildEmptyRoutes(): Promise<void> {
  const sources = ['app', 'instrumentation.ts', 'next.config.ts', 'tsconfig.json'].map((name) =>
    join(EMPTY_ROUTES, name),
  );
  if (await buildIsCurrent(EMPTY_ROUTES, [...sources, 'package-lock.json'])) return;
  const { status } = spawnSync('npx', ['next', 'build', EMPTY_ROUTES], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) throw new Error('The empty routes could not be built; the message stands above');
}
