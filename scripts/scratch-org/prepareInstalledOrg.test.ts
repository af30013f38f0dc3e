import { join } from 'node:path';
import { tmpdir } from 'node:os';
import type { Script } from '../shared/testing/scriptedSf.ts';
import { sfRefusal } from '../shared/testing/scriptedSf.ts';
import { prepareInstalledOrg } from './prepareInstalledOrg.ts';
import { demoSf } from './testing/demoOrg.ts';

const ORG = { username: 'test-1@example.com', url: 'https://demo.scratch.my.salesforce.com' };

async function prepare(others: Script) {
  const { sf, commands } = demoSf(others);
  const tools = {
    sf,
    folder: join(tmpdir(), 'nothing-is-written-here'),
    pause: () => Promise.resolve(),
    today: () => new Date('2026-11-30T12:00:00Z')
  };
  return { failure: await prepareInstalledOrg(tools, ORG), commands };
}

describe('an org that has the product from its packages', () => {
  it('is prepared no further after a step that fails, and hears which one', async () => {
    const refusal = sfRefusal({ code: 'DeployFailed', message: 'The org is busy.' });
    const { failure, commands } = await prepare([[/deploy start --source-dir/u, refusal]]);
    expect(failure).toMatchObject({
      kind: 'failed',
      message: expect.stringMatching(/^Deploy the demo’s pages and profiles: .*The org is busy/u) as string
    });
    expect(commands.filter((command) => command.includes('Network'))).toEqual([]);
  });
});
