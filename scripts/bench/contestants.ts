import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Pool } from 'undici';
import { chat } from './chat.ts';
import { buildEmptyRoutes } from './empty-routes.ts';
import type { Contestant } from './measure-chat.ts';
import type { Questions } from './questions.ts';
import { ServerProcess } from './server-process.ts';

/** How many different replies the empty routes give in turn. */
const REPLIES_RECORDED = 100;
const CONNECTIONS = 16;

/** The real server: built and started as `npm start` does, on any free port. */
export function startZhangwen(): Promise<ServerProcess> {
  return ServerProcess.start('scripts/start.ts', { PORT: '0' });
}

/** /api/chat of the running server and, beside it, routes that stream its recorded replies without any work. */
export async function contestantsBeside(
  zhangwen: ServerProcess,
  questions: Questions,
  folder: string,
): Promise<readonly Contestant[]> {
  const server = new Pool(zhangwen.address, { connections: CONNECTIONS });
  const replies: (readonly string[])[] = [];
  for (const question of questions.take(REPLIES_RECORDED)) {
    replies.push((await chat(server, '/api/chat', question)).events);
  }
  const recorded = join(folder, 'replies.json');
  await writeFile(recorded, JSON.stringify(replies));
  await buildEmptyRoutes();
  const empty = await ServerProcess.start('scripts/bench/serve-empty-routes.ts', {
    PORT: '0',
    RECORDED_REPLIES: recorded,
  });
  const emptyServer = new Pool(empty.address, { connections: CONNECTIONS });
  return [
    { name: '/api/chat', process: zhangwen, server, path: '/api/chat' },
    { name: 'an empty route', process: empty, server: emptyServer, path: '/api/plain' },
    {
      name: 'an empty route through the AI SDK',
      process: empty,
      server: emptyServer,
      path: '/api/message-stream',
    },
  ];
}
