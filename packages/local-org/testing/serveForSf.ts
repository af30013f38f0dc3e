import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { localEnvironment, logInToLocalOrg } from 'sf-cli/localSf';
import type { runCommand } from 'sf-cli/command';
import { createLocalOrg, serve, type LocalOrg, type LocalOrgOptions, type Served } from '../main.ts';

/** A local org that is served while the tests of a `describe` run, with a home folder from which the sf CLI is logged in. */
export interface ServedForSf {
  readonly localOrg: LocalOrg;
  /** The home folder, once the tests run. */
  readonly home: () => string;
  readonly environment: () => Readonly<Record<string, string>>;
}

/** `run` starts the CLI for the log-in; left out, it is a process of its own. */
export function serveForSf(
  options: Pick<LocalOrgOptions, 'org' | 'population'>,
  timeout: number,
  run?: typeof runCommand
): ServedForSf {
  let home = '';
  let served: Served;
  const localOrg = createLocalOrg({ ...options, seed: 1, hasControlRoutes: false, url: () => served.url });
  const accessToken = localOrg.people[0]?.accessToken ?? '';

  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'local-org-sf-'));
    served = await serve(localOrg.fetch, 0);
    await logInToLocalOrg(home, { url: served.url, accessToken }, home, run);
  }, timeout);

  afterAll(async () => {
    await served.close();
    await rm(home, { recursive: true, force: true });
  });

  return { localOrg, home: () => home, environment: () => localEnvironment(home, accessToken) };
}
