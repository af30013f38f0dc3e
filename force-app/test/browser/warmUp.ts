import { startServer } from '../../../scripts/shared/browser/server.ts';

/** Fills the playground's build cache once for all workers, and fails early if the playground or a component doesn't build. */
export default async function warmUp(): Promise<void> {
  const server = await startServer();
  // The first page builds the components.
  const { status } = await fetch(server.url);
  await server.stop();
  if (status !== 200) throw new Error(`The first page of the playground has the status ${status}.`);
}
