import { linksTo } from '../links.ts';
import { answeringOrg, type Answers } from '../testing/answeringOrg.ts';
import { readingOf } from '../testing/readings.ts';
import { delegatedAdministration } from './delegatedAdministration.ts';

const links = linksTo('https://acme.my.salesforce.com');
const groups = [{ Id: '0DG1', Name: 'Sales Ops' }];
const grant = (profile: string) => ({ DelegateGroupId: '0DG1', GrantedId: profile });

async function check(rows: NonNullable<Answers['rows']>) {
  return delegatedAdministration(answeringOrg({ rows }), links, await readingOf());
}

describe('the check of delegated administration', () => {
  it.each([
    [
      'is unknown where no group lists an external profile',
      { 'FROM DelegateGroupGrant': [], 'FROM DelegateGroupMember': [], 'FROM DelegateGroup': groups },
      'unknown',
      'No delegated administration group lists an external profile.'
    ],
    [
      'names the profiles that a group lists, and those that none does',
      {
        'FROM DelegateGroupGrant': [grant('00e1')],
        'FROM DelegateGroupMember': [{ DelegateGroupId: '0DG1', UserOrGroupId: '0051' }],
        'FROM DelegateGroup': groups
      },
      'unknown',
      'Groups list Acme Customer, not Customer Community User.'
    ],
    [
      'passes where groups list every external profile',
      {
        'FROM DelegateGroupGrant': [grant('00e1'), grant('00e2')],
        'FROM DelegateGroupMember': [],
        'FROM DelegateGroup': groups
      },
      'pass',
      'Groups list every external profile: 2.'
    ],
    ['is unknown where groups can’t be read', {}, 'unknown', 'Groups of delegated administration can’t be read'],
    [
      'is unknown where their profiles can’t be read',
      { 'FROM DelegateGroupGrant': 'INVALID_TYPE', 'FROM DelegateGroup': groups },
      'unknown',
      'Groups of delegated administration can’t be read'
    ]
  ])('%s', async (_title, rows, status, cause) => {
    expect(await check(rows)).toMatchObject({ status, cause: expect.stringContaining(cause) });
  });

  it('says of each group how many people may assign what', async () => {
    const found = await check({
      'FROM DelegateGroupGrant': [grant('00e1'), grant('00e9')],
      'FROM DelegateGroupMember': [{ DelegateGroupId: '0DG1', UserOrGroupId: '0051' }],
      'FROM DelegateGroup': groups
    });
    expect(found.lines).toEqual(['Sales Ops: 1 people, Acme Customer']);
    expect(found.link).toBe('https://acme.my.salesforce.com/lightning/setup/DelegateGroups/home');
  });
});
