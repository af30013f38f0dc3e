import { mkdir, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { textAt } from 'sf-cli/json';
import { LOCAL, logInToLocalOrg } from 'sf-cli/localSf';
import type { Sf } from 'sf-cli/sf';
import type { Failure } from '../shared/runSteps.ts';
import { serveLocalOrg } from '../start/serve.ts';

/** A Dev Hub of this machine, and the CLI that is logged in to it. */
export interface LocalHub {
  readonly kind: 'started';
  readonly sf: Sf;
  readonly url: string;
  close(): Promise<void>;
}

/** Whether the CLI's own home has an org of the alias `local` that answers, such as that of `npm start`. */
export async function answersAsLocal(sf: Sf): Promise<boolean> {
  const answer = await sf(['org', 'display', '--target-org', LOCAL]);
  return textAt(answer.result, 'connectedStatus') === 'Connected';
}

/** Starts a local org and logs the CLI in to it, in a home of its own: what the user is logged in to stays as it is. */
export async function startLocalHub(home: string): Promise<LocalHub | ({ readonly kind: 'failed' } & Failure)> {
  // Orgs of an earlier run ended with it.
  await rm(home, { recursive: true, force: true });
  await mkdir(home, { recursive: true });
  const served = await serveLocalOrg({
    org: 'ready',
    seed: 1,
    hasControlRoutes: false,
    port: 0,
    deployed: false,
    projects: []
  });
  try {
    const accessToken = served.localOrg.people[0]?.accessToken ?? '';
    const sf = await logInToLocalOrg(resolve(home), { url: served.url, accessToken });
    return { kind: 'started', sf, url: served.url, close: () => served.close() };
  } catch (error) {
    await served.close();
    return {
      kind: 'failed',
      message: error instanceof Error ? error.message : String(error),
      details: [],
      todo: 'npm start shows whether a local org can be started at all.'
    };
  }
}
