import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

/** By then the first reader's question costs what the next one's does; it takes a quarter of a second. */
const ROUNDS = 12;

/**
 * Asks every way in a few questions before anyone else can: Next loads a route's code, and V8 compiles it, when
 * it is first used. The handler is reached through a port of its own, so that nobody finds it half warm.
 */
export async function warmRoutes(handler: RequestListener): Promise<void> {
  const server = createServer(handler);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const ask = async (path: string, body?: unknown) => {
    const post = {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    };
    const response = await fetch(`http://127.0.0.1:${port}${path}`, body ? post : {});
    await response.text();
  };
  for (let round = 1; round <= ROUNDS; round++) {
    // Each another one: the model remembers the vectors of those that it has seen.
    const question = `报告第${round}点说了什么？`;
    await ask('/api/chat', { messages: [{ role: 'user', parts: [{ type: 'text', text: question }] }] });
    await ask('/api/ask', { question: `${question}请说明。` });
    await ask(`/api/search?${new URLSearchParams({ q: `${question}请举例。` })}`);
  }
  for (const page of ['/', '/api/health']) await ask(page);
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}
