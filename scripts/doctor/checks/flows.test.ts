import { known } from 'sf-cli/answer';
import { linksTo } from '../links.ts';
import type { Org } from '../org.ts';
import { answeringOrg, refusedWith, type Answers } from '../testing/answeringOrg.ts';
import { flows } from './flows.ts';

const links = linksTo('https://acme.my.salesforce.com');

const flow = (name: string, active: number | null, latest = 1) => ({
  Id: `300${name}`,
  DeveloperName: name,
  ActiveVersion: active === null ? null : { VersionNumber: active },
  LatestVersion: { VersionNumber: latest }
});

function check(rows: NonNullable<Answers['rows']>, settings?: Readonly<Record<string, string>>) {
  const org: Org = {
    ...answeringOrg({ rows }),
    readMetadata: () => Promise.resolve(settings === undefined ? refusedWith('NO') : known(settings))
  };
  return flows(org, links);
}

const list = (active: number | null) => flow('Enable_External_Users', active);

describe('the check of flows', () => {
  it('says nothing where no flow is deployed', async () => {
    expect(await check({ 'FROM FlowDefinition': [] })).toEqual([]);
  });

  it('passes where the latest version of each runs', async () => {
    expect(await check({ 'FROM FlowDefinition': [list(1)] })).toMatchObject([
      { check: 'flows', status: 'pass', cause: 'All are active: 1.' },
      { check: 'flowRuntime', status: 'unknown' }
    ]);
  });

  it('says what is not active, why, what it stops, and how many contacts wait', async () => {
    const rows = {
      'FROM FlowDefinition': [list(null), flow('Contact_External_Access', null), flow('External_Access_Result', 1, 2)],
      'FROM Contact': 3
    };
    const [finding] = await check(rows, { enableFlowDeployAsActiveEnabled: 'false' });
    expect(finding).toMatchObject({
      status: 'warning',
      cause:
        'Not active: Enable_External_Users, External_Access_Result (version 1 of 2 runs), Contact_External_Access. ' +
        '“Deploy processes and flows as active” is off, so a deploy leaves them so.',
      link: 'https://acme.my.salesforce.com/lightning/setup/Flows/home',
      facts: { deploysActive: false, waiting: 3 },
      lines: [
        'The list button shows no screen.',
        'Contacts that are approved and have no user: 3. Approve them again once the flows are active.'
      ]
    });
    expect(finding?.fix).toMatch(
      /^Activate them in Setup, Flows, or: npm run deploy -- --automation --activate-flows --target-org acme$/u
    );
  });

  it('counts no contacts where an old version of their flow runs, and gives no reason that it can’t read', async () => {
    const rows = { 'FROM FlowDefinition': [flow('Contact_External_Access', 1, 2)], 'FROM Contact': 3 };
    expect((await check(rows))[0]).toMatchObject({
      cause: 'Not active: Contact_External_Access (version 1 of 2 runs).',
      facts: { waiting: null },
      lines: []
    });
  });

  it.each([
    ['passes in Lightning runtime', 'true', 'pass'],
    ['warns in Classic runtime', 'false', 'warning']
  ])('%s', async (_title, isOn, status) => {
    const [, runtime] = await check({ 'FROM FlowDefinition': [list(1)] }, { enableLightningRuntimeEnabled: isOn });
    expect(runtime).toMatchObject({ check: 'flowRuntime', status });
  });

  it('is unknown where flows can’t be read', async () => {
    expect(await check({})).toMatchObject([{ check: 'flows', status: 'unknown' }]);
  });
});
