import { startServer } from '../../../scripts/shared/browser/server.ts';

/** What the first page leaves to be built later: components of the project, and parts of the page. */
const LATER = /\/playground\/(?:projects|on-demand\/host)\/[^"]+/gu;

/** Fills the playground's build cache once for all workers, and fails early if the playground or a component doesn't build. */
export default async function warmUp(): Promise<void> {
  const server = await startServer();
  try {
    const page = await read(server.url);
    for (const [path] of page.matchAll(LATER)) await read(new URL(path, server.url).href);
  } finally {
    await server.stop();
  }
}

async function read(url: string): Promise<string> {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url} of the playground has the status ${String(answer.status)}.`);
  return answer.text();
}
