import { mkdir, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { textAt } from 'sf-cli/json';
import { LOCAL, logInToLocalOrg } from 'sf-cli/localSf';
import type { Sf } from 'sf-cli/sf';
import type { StepFailure } from '../shared/runSteps.ts';
import { serveLocalOrg } from '../start/serve.ts';

/** A local Dev Hub, and the CLI that is logged in to it. */
export interface LocalHub {
  readonly kind: 'started';
  readonly sf: Sf;
  readonly url: string;
  close(): Promise<void>;
}

/** Whether an org answers under the CLI's alias `local`, such as that of `npm start`. */
export async function answersAsLocal(sf: Sf): Promise<boolean> {
  const answer = await sf(['org', 'display', '--target-org', LOCAL]);
  return answer.kind === 'known' && textAt(answer.value, 'connectedStatus') === 'Connected';
}

/** Starts a local org and logs the CLI in to it, in another home folder, so that the user's own log-ins stay unchanged. */
export async function startLocalHub(home: string): Promise<LocalHub | StepFailure> {
  // The orgs of an earlier run have ended with it.
  await rm(home, { recursive: true, force: true });
  await mkdir(home, { recursive: true, mode: 0o700 });
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
