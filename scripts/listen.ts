import { createServer, type Server } from 'node:http';

/** @throws with a sentence that says what to do when the port is taken or the address is not this machine's */
export async function listen(server: Server, host: string, port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(new Error(listenFailure(error, host, port))),
    );
    server.listen(port, host, resolve);
  });
}

/** Asked before the work that comes first: nobody wants to wait for a build to learn that the port is taken. */
export async function checkPort(host: string, port: number): Promise<void> {
  const server = createServer();
  await listen(server, host, port);
  await new Promise((resolve) => server.close(resolve));
}

function listenFailure(error: NodeJS.ErrnoException, host: string, port: number): string {
  if (error.code === 'EADDRINUSE')
    return `Port ${port} on ${host} is taken. Choose another: PORT=${port < 65_535 ? port + 1 : 3000} npm start`;
  return `Cannot listen on ${host}:${port}: ${error.message}`;
}
