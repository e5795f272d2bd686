/**
 * Bytes that a process started with `--inspect` really needs: what is left once its garbage is collected. (What it
 * takes from the system says little: V8 keeps what it has until it must not.)
 * @param inspector `ws://…`, as Node prints it
 */
export async function liveHeap(inspector: string): Promise<number> {
  const socket = new WebSocket(inspector);
  await new Promise((opened, failed) => {
    socket.onopen = opened;
    socket.onerror = failed;
  });
  const call = (id: number, method: string) =>
    new Promise<{ usedSize?: number }>((answered) => {
      socket.addEventListener('message', ({ data }) => {
        const message = JSON.parse(String(data)) as { id?: number; result?: { usedSize?: number } };
        if (message.id === id) answered(message.result ?? {});
      });
      socket.send(JSON.stringify({ id, method }));
    });
  await call(1, 'HeapProfiler.enable');
  await call(2, 'HeapProfiler.collectGarbage');
  const { usedSize } = await call(3, 'Runtime.getHeapUsage');
  socket.close();
  if (usedSize === undefined) throw new Error('The process did not say how much of its heap is in use');
  return usedSize;
}
