import { once } from 'node:events';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { startServer, type Server } from '../../shared/browser/server.ts';
import { numberAt } from 'sf-cli/json';

/** A local org to deploy to, in a process of its own. */
export interface MeasuredOrg {
  readonly server: Server;
  /** The bytes that it holds on to after a garbage collection, on the heap and beside it. */
  memory(): Promise<number>;
}

const REPORT = pathToFileURL(resolve(import.meta.dirname, 'reportMemory.ts')).href;

/** Starts the org to which nothing was deployed yet. */
export async function startMeasuredOrg(): Promise<MeasuredOrg> {
  const server = await startServer(['--deployed'], ['--expose-gc', '--import', REPORT]);
  return {
    server,
    async memory() {
      const answer = once(server.process, 'message');
      server.process.send('memory');
      return numberAt((await answer)[0], 'bytes') ?? NaN;
    }
  };
}
