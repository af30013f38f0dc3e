import { known } from 'sf-cli/answer';
import { sfRefusal, scriptedSf } from '../testing/scriptedSf.ts';
import { assignPermissionSet } from './permissionSet.ts';

const failure = sfRefusal({ result: { failures: [{ name: 'ann@acme.example', message: 'No.' }] } });

describe('assigning the permission set', () => {
  it('takes one command for all users', async () => {
    const { sf, commands } = scriptedSf([[/assign permset/u, known({})]]);
    expect(await assignPermissionSet(sf, 'demo', ['ann@acme.example', 'bob@acme.example'])).toEqual({
      kind: 'known',
      value: 'ann@acme.example, bob@acme.example'
    });
    expect(commands).toEqual([
      'sf org assign permset --name External_User_Enabler --on-behalf-of ann@acme.example --on-behalf-of bob@acme.example --target-org demo'
    ]);
  });

  it.each([
    ['succeeds when the org refuses and all users have it already', failure, 1, { kind: 'known' }],
    ['fails in the words of the org when a user does not have it', failure, 0, { kind: 'refused', message: 'No.' }]
  ])('%s', async (_title, answer, totalSize, expected) => {
    const { sf } = scriptedSf([
      [/assign permset/u, answer],
      [/data query/u, known({ totalSize })]
    ]);
    expect(await assignPermissionSet(sf, 'demo', ['ann@acme.example'])).toMatchObject(expected);
  });

  it('fails at once when the command itself fails', async () => {
    const { sf, commands } = scriptedSf([[/assign permset/u, sfRefusal({ message: 'Permission set not found' })]]);
    expect(await assignPermissionSet(sf, 'demo', ['ann@acme.example'])).toMatchObject({
      message: 'Permission set not found'
    });
    expect(commands).toHaveLength(1);
  });
});
