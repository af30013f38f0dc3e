import { done, refused, scriptedSf } from '../testing/scriptedSf.ts';
import { assignPermissionSet } from './permissionSet.ts';

const failure = refused({ result: { failures: [{ name: 'ann@acme.example', message: 'No.' }] } });

describe('the permission set', () => {
  it('is assigned to everybody with one command', async () => {
    const { sf, commands } = scriptedSf([[/assign permset/u, done({})]]);
    expect(await assignPermissionSet(sf, 'demo', ['ann@acme.example', 'bob@acme.example'])).toEqual({
      kind: 'assigned',
      note: 'ann@acme.example, bob@acme.example'
    });
    expect(commands).toEqual([
      'sf org assign permset --name External_User_Enabler --on-behalf-of ann@acme.example --on-behalf-of bob@acme.example --target-org demo'
    ]);
  });

  it.each([
    ['fine where all have it already, whatever the org says', failure, 1, { kind: 'assigned' }],
    ['refused where somebody has it not, in the words of the org', failure, 0, { kind: 'refused', message: 'No.' }]
  ])('is %s', async (_title, answer, totalSize, expected) => {
    const { sf } = scriptedSf([
      [/assign permset/u, answer],
      [/data query/u, done({ totalSize })]
    ]);
    expect(await assignPermissionSet(sf, 'demo', ['ann@acme.example'])).toMatchObject(expected);
  });

  it('is refused at once where the command itself failed', async () => {
    const { sf, commands } = scriptedSf([[/assign permset/u, refused({ message: 'Permission set not found' })]]);
    expect(await assignPermissionSet(sf, 'demo', ['ann@acme.example'])).toMatchObject({
      message: 'Permission set not found'
    });
    expect(commands).toHaveLength(1);
  });
});
