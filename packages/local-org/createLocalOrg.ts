import { setImmediate } from 'node:timers/promises';
import { Hono, type Context } from 'hono';
import { ingestJobsOf } from './apis/bulk/ingestJobs.ts';
import { siteRoutes } from './apis/site/routes.ts';
import { answerNotModelled, createApp } from './app.ts';
import { cloneProfile } from './control/cloneProfile.ts';
import {
  deployedBundles,
  deployedLabels,
  deployedLanguages,
  deployedListButtons,
  deployedQuickActions,
  screenFlows
} from './control/deployedSource.ts';
import { createFaults } from './control/faults.ts';
import { createLatency } from './control/latency.ts';
import { answerDifferently, type OtherAnswers } from './control/otherAnswers.ts';
import { controlRoutes, type LoggedRequest } from './control/routes.ts';
import { removeSiteMember } from './control/removeSiteMember.ts';
import { setSeats } from './control/seats.ts';
import { takeSource } from './control/takeSource.ts';
import { createDevHub, type HostScratchOrg } from './devHub/devHub.ts';
import { createOrg } from './engine/org/createOrg.ts';
import type { Org } from './engine/org/org.ts';
import { createSecrets } from './engine/storage/secrets.ts';
import { asInstance } from './engine/startingOrg/asInstance.ts';
import { populate } from './engine/org/populate.ts';
import type { Population } from './engine/startingOrg/population.ts';
import { readStartingOrg, startingOrgNames, type StartingOrg } from './engine/startingOrg/startingOrg.ts';
import type { Endpoint, LocalOrg } from './localOrg.ts';
import { notModelled } from './engine/schema/notModelled.ts';

/** How a local org is created. */
export interface LocalOrgOptions {
  /** The name of a starting org, or a starting org itself. */
  readonly org: string | StartingOrg;
  /** The same seed gives the same ids. */
  readonly seed: number;
  /** Gives the org an id and usernames of its own, whatever the seed is, so that other orgs on the machine may have the same seed. */
  readonly instance?: number;
  /** Makes tokens, keys and the links of mails the same at each start, so that a script can know them; random when left out. */
  readonly secret?: string;
  /** Serves `/__local/…`, by which tests control the org. */
  readonly hasControlRoutes: boolean;
  /** The address of the org, without a trailing slash. */
  readonly url: () => string;
  /** Accounts and contacts that are added to the starting org, also after a reset. */
  readonly population?: Population;
  /** Runs due automation after each request. Without it, the caller runs `org.automation.runDue()`. */
  readonly runsAutomation?: boolean;
  /** Answers differently from Salesforce, on purpose; so do the scratch orgs of a Dev Hub. */
  readonly otherAnswers?: OtherAnswers;
  /** Makes the org a Dev Hub. Each scratch org is another local org with its own address. */
  readonly hostScratchOrg?: HostScratchOrg;
  /** What is added to each scratch org of the Dev Hub: seats by the name of a license, accounts and contacts. */
  readonly scratchOrgPopulation?: Population;
}

/** Creates a local org, which answers the Salesforce endpoints of a starting org. */
export function createLocalOrg(options: LocalOrgOptions): LocalOrg {
  const { seed, secret, url, hasControlRoutes, hostScratchOrg, population, runsAutomation = false } = options;
  const ofScratchOrgs = {
    ...(options.otherAnswers === undefined ? {} : { otherAnswers: options.otherAnswers }),
    ...(options.scratchOrgPopulation === undefined ? {} : { population: options.scratchOrgPopulation })
  };
  const secrets = createSecrets(secret);
  const devHub =
    hostScratchOrg === undefined
      ? undefined
      : createDevHub({
          hub: () => org,
          host: hostScratchOrg,
          create: (starting, scratchSeed, scratchUrl) =>
            createLocalOrg({
              org: starting,
              seed: scratchSeed,
              hasControlRoutes,
              url: scratchUrl,
              runsAutomation,
              ...ofScratchOrgs
            })
        });
  const createStarted = (starting: StartingOrg): Org =>
    devHub === undefined
      ? createOrg(starting, { seed, secrets, url })
      : createOrg(
          { ...starting, features: { ...starting.features, devHub: true } },
          {
            seed,
            secrets,
            url,
            onCommit: (changes) => {
              devHub.onCommit(changes);
            }
          }
        );
  const { instance } = options;
  const startOrg = (starting: StartingOrg): Org => {
    const started = createStarted(instance === undefined ? starting : asInstance(starting, instance));
    const more = population ?? starting.population;
    if (more !== undefined) populate(started, more);
    devHub?.begin(started);
    return started;
  };
  const first = typeof options.org === 'string' ? readStartingOrg(options.org) : options.org;
  let org = startOrg(first);
  let requests: LoggedRequest[] = [];
  const faults = createFaults();
  const latency = createLatency();
  const reset = (name: string) => {
    void devHub?.close();
    // At a slow pace, they would go on for minutes in an org that nobody can see.
    ingestJobsOf(org).runner.stopAfter(0);
    org = startOrg(name === first.name ? first : readStartingOrg(name));
    requests = [];
    faults.clear();
    latency.set(0);
  };

  // Paths may end in a slash.
  const root = new Hono({ strict: false });
  // Its records have the times of the org's clock, which tests move.
  root.use('*', async (c, next) => {
    await next();
    c.header('Date', new Date(org.clock.now()).toUTCString());
  });
  if (options.otherAnswers !== undefined) root.use('*', answerDifferently(options.otherAnswers));
  if (hasControlRoutes) {
    root.route(
      '/__local',
      controlRoutes({
        org: () => org,
        startingOrgs: startingOrgNames(),
        reset,
        faults,
        latency,
        requests: () => requests
      })
    );
    root.use('*', async (c, next) => {
      requests.push({ method: c.req.method, path: c.req.path });
      await next();
    });
    root.use('*', latency.middleware);
    root.use('*', faults.middleware);
  }
  root.route(
    '/',
    createApp(() => org)
  );
  root.route(
    '/',
    siteRoutes(() => org)
  );
  root.notFound((c) => answerNotModelled(c.req.raw));
  root.onError(answerFailure);

  return {
    fetch: async (request) => {
      const response = await root.fetch(withSingleSlash(request));
      if (runsAutomation) void setImmediate().then(() => org.automation.runDue());
      return response;
    },
    get name() {
      return org.name;
    },
    get org() {
      return org;
    },
    get people() {
      return org.people;
    },
    get outbox() {
      return org.outbox;
    },
    endpoints: endpointsOf(root),
    deployedBundles: () => deployedBundles(org),
    deployedLanguages: () => deployedLanguages(org),
    deployedLabels: (language) => deployedLabels(org, language),
    deployedQuickActions: (language) => deployedQuickActions(org, language),
    deployedListButtons: (language) => deployedListButtons(org, language),
    screenFlows: (person) => screenFlows(org, person),
    takeSource: (person, files) => takeSource(org, person, files),
    cloneProfile: (person, profileId, name) => cloneProfile(org, person, profileId, name),
    removeSiteMember: (person, networkId, parentId) => removeSiteMember(org, person, networkId, parentId),
    setSeats: (licenseId, seats) => setSeats(org, licenseId, seats),
    reset,
    close: async () => devHub?.close()
  };
}

/** A bug of the local org: its terminal shows the stack, and the client gets none. */
function answerFailure(error: Error, c: Context): Response {
  process.stderr.write(`${error.stack ?? error.message}\n`);
  const message = notModelled('The local org failed at this request; its terminal shows why');
  return c.json([{ errorCode: 'UNKNOWN_EXCEPTION', message }], 500);
}

/** The endpoints of an app, without middleware, which is registered for all methods. */
function endpointsOf({ routes }: Hono): readonly Endpoint[] {
  const lines = routes.filter(({ method }) => method !== 'ALL').map(({ method, path }) => `${method} ${path}`);
  return [...new Set(lines)].map((line) => {
    const [method = '', path = ''] = line.split(' ');
    return { method, path };
  });
}

/** Removes the doubled slash of `//services/data`, which the sf CLI requests when an instance URL ends in a slash. */
function withSingleSlash(request: Request): Request {
  const url = new URL(request.url);
  if (!url.pathname.startsWith('//')) return request;
  url.pathname = url.pathname.replace(/^\/+/, '/');
  return new Request(url, request);
}
