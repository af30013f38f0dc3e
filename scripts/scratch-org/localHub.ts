import { mkdir, readdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { createHostedSf } from 'sf-cli/host/hostedSf';
import { textAt } from 'sf-cli/json';
import { localEnvironment, logInToLocalOrg } from 'sf-cli/localSf';
import { createSf, type Sf } from 'sf-cli/sf';
import type { StepFailure } from '../shared/runSteps.ts';
import { randomInstance, serveLocalOrg } from '../start/serve.ts';

/** A local Dev Hub, and the CLI that is logged in to it. */
export interface LocalHub {
  readonly kind: 'started';
  readonly sf: Sf;
  /** The same CLI, which works on the project in another folder. */
  readonly sfIn: (folder: string) => Sf;
  readonly url: string;
  /** The administrator's. It names the Dev Hub to the CLI. */
  readonly username: string;
  /** For other programs on the CLI's libraries, which then find the same orgs. */
  readonly environment: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

const HOME = /^local-(\d+)$/u;

/** The home folder of this process, so that two runs at once don't take each other's log-in. Those of ended processes are removed. */
export async function localHome(folder: string): Promise<string> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names) {
    const pid = HOME.exec(name)?.[1];
    if (pid !== undefined && !isRunning(Number(pid))) await rm(join(folder, name), { recursive: true, force: true });
  }
  return join(folder, `local-${String(process.pid)}`);
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // EPERM: it runs, but belongs to somebody else.
    return textAt(error, 'code') === 'EPERM';
  }
}

/**
 * Starts a local org and logs the CLI in to it, in another home folder, so that the user's own log-ins stay unchanged.
 * Scratch orgs get the `seats` of licenses by name.
 */
export async function startLocalHub(
  home: string,
  { seats }: { readonly seats?: Readonly<Record<string, number>> } = {}
): Promise<LocalHub | StepFailure> {
  // An earlier process may have had the same number.
  await rm(home, { recursive: true, force: true });
  await mkdir(home, { recursive: true, mode: 0o700 });
  const served = await serveLocalOrg({
    org: 'ready',
    seed: 1,
    instance: randomInstance(),
    hasControlRoutes: false,
    port: 0,
    deployed: false,
    projects: [],
    ...(seats === undefined ? {} : { scratchOrgSeats: seats })
  });
  try {
    const [administrator] = served.localOrg.people;
    const accessToken = administrator?.accessToken ?? '';
    const run = createHostedSf();
    const sf = await logInToLocalOrg(resolve(home), { url: served.url, accessToken }, undefined, run);
    const environment = localEnvironment(resolve(home), accessToken);
    const close = async (): Promise<void> => {
      await served.close();
      await rm(home, { recursive: true, force: true });
    };
    const sfIn = (other: string): Sf => createSf(environment, other, run);
    return { kind: 'started', sf, sfIn, url: served.url, username: administrator?.username ?? '', environment, close };
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
