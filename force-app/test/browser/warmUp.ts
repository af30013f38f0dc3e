import { startServer } from '../../../scripts/shared/browser/server.ts';

/** Fills the playground's build cache once for all workers, and fails early if the playground can't start. */
export default async function warmUp(): Promise<void> {
  const server = await startServer();
  await server.stop();
}
