/** Runs once before the first request: opens the index and warms the models, or ends the process. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { startAssistant } = await import('./app/start-assistant.ts');
  await startAssistant();
}
