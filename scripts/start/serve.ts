import { randomInt } from 'node:crypto';
import { resolve } from 'node:path';
import { createLocalOrg, describeStartingOrgs, serve, type LocalOrg, type Served } from 'sfdx-local-org';
import type { Playground, PlaygroundOptions } from 'sfdx-playground';
import { cacheFolder } from '../shared/cacheFolder.js';

/** Combines the local org and the playground. */

const REPOSITORY = resolve(import.meta.dirname, '../..');

/** The pages of this project, and where their builds are kept. */
const SHOWN = { projects: [REPOSITORY], cacheDirectory: cacheFolder('playground') };

export interface HostOptions {
  readonly org: string;
  readonly seed: number;
  /** Gives the org an id and usernames of its own; the seed decides when left out. */
  readonly instance?: number;
  /** Whether tokens, keys and links are made with the seed; random when left out. */
  readonly isPredictable?: boolean;
  readonly hasControlRoutes: boolean;
  /** 0 picks a free port. */
  readonly port: number;
  /** Whether the pages show what was deployed to the org instead of the working tree. */
  readonly deployed: boolean;
  /** Folders of other Salesforce DX projects to show too. */
  readonly projects: readonly string[];
  readonly onColdBuild?: () => void;
  /** The seats of licenses by name in each scratch org; as many as the local org's own scratch orgs have when left out. */
  readonly scratchOrgSeats?: Readonly<Record<string, number>>;
}

/** An instance that no port has. An org id has room for so many. */
export function randomInstance(): number {
  return randomInt(65_536, 62 ** 5);
}

/** A local org that is served with pages for a browser. */
export interface Hosted extends Served {
  readonly localOrg: LocalOrg;
  /** Loads compilers, for which pages wait and APIs don't. */
  readonly playground: () => Promise<Playground>;
}

/**
 * Serves a starting org, and each scratch org that is created with it as the Dev Hub on another port.
 * Rejects with PortInUseError.
 */
export async function serveLocalOrg(options: HostOptions): Promise<Hosted> {
  const { org, seed, isPredictable = false, hasControlRoutes, port, deployed, onColdBuild } = options;
  const shown = {
    ...SHOWN,
    projects: [...SHOWN.projects, ...options.projects.map((directory) => resolve(directory))],
    ...(onColdBuild === undefined ? {} : { onColdBuild })
  };
  let url = '';
  const localOrg = createLocalOrg({
    org,
    seed,
    ...(options.instance === undefined ? {} : { instance: options.instance }),
    ...(isPredictable ? { secret: `seed ${String(seed)}` } : {}),
    hasControlRoutes,
    runsAutomation: true,
    url: () => url,
    ...(options.scratchOrgSeats === undefined
      ? {}
      : { scratchOrgPopulation: { accounts: 0, contacts: 0, seats: options.scratchOrgSeats } }),
    hostScratchOrg: (scratchOrg) => serveScratchOrg(scratchOrg, shown)
  });
  const source = deployed ? 'deployed' : 'workingTree';
  const hosted = await serveWithPages(port, { localOrg, startingOrgs: describeStartingOrgs(), source, ...shown });
  ({ url } = hosted);
  const close = async (): Promise<void> => {
    await localOrg.close();
    await hosted.close();
  };
  return { ...hosted, localOrg, close };
}

/** Serves an org on a free port, with pages that show what was deployed to it. */
export async function serveScratchOrg(
  localOrg: LocalOrg,
  shown: Pick<PlaygroundOptions, 'projects' | 'cacheDirectory' | 'onColdBuild'> = SHOWN
): Promise<Served> {
  const startingOrgs = [{ name: localOrg.name, title: 'Scratch org', why: '', steps: [] }];
  return serveWithPages(0, { localOrg, startingOrgs, source: 'deployed', ...shown });
}

async function serveWithPages(
  port: number,
  options: PlaygroundOptions
): Promise<Served & { readonly playground: () => Promise<Playground> }> {
  let loading: Promise<Playground> | undefined;
  const playground = (): Promise<Playground> => (loading ??= load(options));
  const served = await serve(
    async (request) => (isOfApi(request) ? options.localOrg.fetch(request) : (await playground()).fetch(request)),
    port
  );
  return { ...served, playground };
}

async function load(options: PlaygroundOptions): Promise<Playground> {
  const { createPlayground } = await import('sfdx-playground');
  return createPlayground(options);
}

/** Whether an API answers the request. The sf CLI writes `//services`. */
function isOfApi(request: Request): boolean {
  return /^\/+(?:services|local-org|__local)\//u.test(new URL(request.url).pathname);
}
