import { once } from 'node:events';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { startServer, type Server } from '../../shared/browser/server.ts';
import { numberAt } from 'sf-cli/json';

/** A local org in another process, to deploy to. */
export interface MeasuredOrg {
  readonly server: Server;
  /** The bytes in use after a garbage collection, on the heap and outside. */
  memory(): Promise<number>;
}

const REPORT = pathToFileURL(resolve(import.meta.dirname, 'reportMemory.ts')).href;

/** Starts an org that holds nothing of the product. */
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
