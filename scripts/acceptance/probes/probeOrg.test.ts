import { known } from 'sf-cli/answer';
import { scriptedSf, sfRefusal } from '../../shared/testing/scriptedSf.ts';
import { openProbeOrg } from './probeOrg.ts';
import { runProbes } from './runProbes.ts';

const ADMIN = 'ada@acme.example';
const NO_SESSION = sfRefusal({ message: 'No authorization information found.' });

describe('an org in which the CLI is logged in as the administrator only', () => {
  it('is asked, but not in the name of sales ops, and says why', async () => {
    const { sf } = scriptedSf([
      [/org display --target-org sales/u, NO_SESSION],
      [/org display/u, known({ instanceUrl: 'https://acme.example/' })],
      [/show-access-token/u, known({ accessToken: 'token' })]
    ]);
    const org = await openProbeOrg(sf, ADMIN, 'sales@acme.example');
    const [result] = await runProbes(org, { facts: ['F-021'] });
    expect(result).toMatchObject({
      outcome: 'notProbed',
      note: 'Could not ask: the CLI has no session of sales@acme.example: No authorization information found.'
    });
  });

  it('is not asked where even this session is missing', async () => {
    const { sf } = scriptedSf([[/org display/u, NO_SESSION]]);
    await expect(openProbeOrg(sf, ADMIN)).rejects.toThrow('No authorization information found.');
  });
});
