import { startServer } from '../../../scripts/shared/browser/server.ts';

/** Builds what the playground caches once, so that the workers don't each build it, and fails early when it can't start. */
export default async function warmUp(): Promise<void> {
  const server = await startServer();
  await server.stop();
}
