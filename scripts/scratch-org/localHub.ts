import { mkdir, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { textAt } from '../shared/json.ts';
import { failureOf } from '../shared/sf/failure.ts';
import { createSf, type Sf } from '../shared/sf/sf.ts';
import type { Failure } from '../shared/steps.ts';
import { serveLocalOrg } from '../start/serve.ts';
import { LOCAL } from './options.ts';

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
    controlDoor: false,
    port: 0,
    deployed: false,
    projects: []
  });
  const environment = {
    HOME: resolve(home),
    USERPROFILE: resolve(home),
    SF_USE_GENERIC_UNIX_KEYCHAIN: 'true',
    SF_DISABLE_TELEMETRY: 'true',
    SF_SKIP_NEW_VERSION_CHECK: 'true'
  };
  const accessToken = served.localOrg.people[0]?.accessToken ?? '';
  const login = await createSf({ ...environment, SF_ACCESS_TOKEN: accessToken })([
    ...['org', 'login', 'access-token', '--instance-url', served.url, '--no-prompt', '--alias', LOCAL]
  ]);
  if (login.kind === 'refused') {
    await served.close();
    return { kind: 'failed', ...failureOf(login) };
  }
  return { kind: 'started', sf: createSf(environment), url: served.url, close: () => served.close() };
}
