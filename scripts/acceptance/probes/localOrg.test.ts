import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { logInToLocalOrg } from 'sf-cli/localSf';
import type { Sf } from 'sf-cli/sf';
import { runHostedSf } from 'sf-cli/host/hostedSf';
import { createLocalOrg, serve, type LocalOrg, type Served } from 'sfdx-local-org';
import { openProbeOrg } from './probeOrg.ts';
import { PROBES } from './probes.ts';
import { runProbes } from './runProbes.ts';

/** Some probes deploy a flow or a record by the CLI. */
const TIMEOUT = 400_000;

describe('a local org', () => {
  let home = '';
  let served: Served;
  let sf: Sf;
  const localOrg: LocalOrg = createLocalOrg({ org: 'ready', seed: 1, hasControlRoutes: false, url: () => served.url });
  const person = (label: string) => localOrg.people.find((one) => one.label === label);

  async function logIn(label: string): Promise<Sf> {
    const accessToken = person(label)?.accessToken ?? '';
    return logInToLocalOrg(home, { url: served.url, accessToken }, undefined, runHostedSf);
  }

  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'probes-'));
    served = await serve((request) => localOrg.fetch(request), 0);
    await logIn('Sales Ops');
    sf = await logIn('System Administrator');
  }, TIMEOUT);

  afterAll(async () => {
    await served.close();
    await rm(home, { recursive: true, force: true });
  });

  it(
    'answers as we assume of Salesforce, wherever it can be asked',
    async () => {
      const org = await openProbeOrg(
        sf,
        person('System Administrator')?.username ?? '',
        person('Sales Ops')?.username ?? ''
      );
      const results = await runProbes(org);
      expect(results).toHaveLength(PROBES.length);
      expect(results.filter(({ outcome }) => outcome === 'differs' || outcome === 'failed')).toEqual([]);
      expect(results.filter(({ outcome }) => outcome === 'same').length).toBeGreaterThan(70);
      // Of all that was written, the org keeps the users only, who can't be deleted.
      const kept = results.flatMap(({ note }) => note.match(/The org keeps (?!the inactive user)[^.]*/gu) ?? []);
      expect(kept).toEqual([]);
      expect(await org.query("SELECT Id FROM Account WHERE Name LIKE 'Acceptance%'")).toEqual([]);
      expect(await org.query("SELECT Id FROM User WHERE FirstName = 'Acceptance' AND IsActive = true")).toEqual([]);
    },
    TIMEOUT
  );

  it(
    'with person accounts answers the questions about them',
    async () => {
      localOrg.reset('person-account');
      const org = await openProbeOrg(sf, person('System Administrator')?.username ?? '');
      const results = await runProbes(org, { facts: ['F-010', 'F-068', 'F-082', 'F-136'] });
      expect(results.map(({ fact, outcome }) => `${fact} ${outcome}`)).toEqual([
        'F-136 notProbed',
        'F-010 same',
        'F-068 same',
        'F-082 same'
      ]);
    },
    TIMEOUT
  );

  it(
    'that answers differently is named',
    async () => {
      localOrg.reset('production');
      const org = await openProbeOrg(sf, person('System Administrator')?.username ?? '');
      const [result] = await runProbes(org, { facts: ['F-133'] });
      expect(result).toMatchObject({ fact: 'F-133', outcome: 'differs', expected: 'active', answer: 'inactive' });
    },
    TIMEOUT
  );
});
