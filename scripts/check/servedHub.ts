import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLocalOrg, serve, type LocalOrg, type Served } from 'sfdx-local-org';
import { logInToLocalOrg } from 'sf-cli/localSf';
import type { Sf } from 'sf-cli/sf';
import { serveScratchOrg } from '../start/serve.ts';
import { runHostedSf } from 'sf-cli/host/hostedSf';

/** A Dev Hub of this machine with an address, and the sf CLI logged in to it. */
export interface ServedHub {
  readonly username: string;
  readonly accessToken: string;
  /** The home folder of the CLI; removed when the hub is closed. */
  readonly home: string;
  readonly sf: Sf;
  /** The scratch orgs that it has made, the oldest first. */
  readonly scratchOrgs: readonly LocalOrg[];
  close(): Promise<void>;
}

interface Options extends Pick<Parameters<typeof createLocalOrg>[0], 'otherAnswers'> {
  /** Whether a browser can open the scratch orgs. */
  readonly hasPages?: boolean;
}

export async function serveHub({ hasPages = false, ...options }: Options = {}): Promise<ServedHub> {
  const home = await mkdtemp(join(tmpdir(), 'hub-'));
  const scratchOrgs: LocalOrg[] = [];
  let url = '';
  const hub = createLocalOrg({
    ...options,
    org: 'ready',
    seed: 1,
    hasControlRoutes: false,
    url: () => url,
    hostScratchOrg: (scratchOrg): Promise<Served> => {
      scratchOrgs.push(scratchOrg);
      return hasPages ? serveScratchOrg(scratchOrg) : serve(scratchOrg.fetch, 0);
    }
  });
  const served = await serve(hub.fetch, 0);
  ({ url } = served);
  const [{ username, accessToken } = { username: '', accessToken: '' }] = hub.people;
  return {
    username,
    accessToken,
    home,
    sf: await logInToLocalOrg(home, { url, accessToken }, undefined, runHostedSf),
    scratchOrgs,
    close: async () => {
      await hub.close();
      await served.close();
      await rm(home, { recursive: true, force: true });
    }
  };
}
