import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LOCAL, logInToLocalOrg } from 'sf-cli/localSf';
import { runHostedSf } from 'sf-cli/testing/hostedSf';
import { createLocalOrg, serve, type Served } from 'sfdx-local-org';
import { openProbeOrg, type ProbeOrg } from './probeOrg.ts';
import { PROBES } from './probes.ts';
import { runProbes } from './runProbes.ts';

/** The CLI gives the session of each person once. */
const TIMEOUT = 120_000;

describe('a local org', () => {
  let home = '';
  let served: Served;
  let org: ProbeOrg;
  const localOrg = createLocalOrg({ org: 'ready', seed: 1, hasControlRoutes: false, url: () => served.url });

  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'probes-'));
    served = await serve((request) => localOrg.fetch(request), 0);
    const accessToken = localOrg.people[0]?.accessToken ?? '';
    const sf = await logInToLocalOrg(home, { url: served.url, accessToken }, undefined, runHostedSf);
    org = await openProbeOrg(sf, localOrg.people[0]?.username ?? LOCAL);
  }, TIMEOUT);

  afterAll(async () => {
    await served.close();
    await rm(home, { recursive: true, force: true });
  });

  it('answers as we assume of Salesforce, wherever it can be asked', async () => {
    const results = await runProbes(org);
    expect(results).toHaveLength(PROBES.length);
    expect(results.filter(({ outcome }) => outcome === 'differs' || outcome === 'failed')).toEqual([]);
  });
});
