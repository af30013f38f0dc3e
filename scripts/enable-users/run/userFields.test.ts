import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PLAIN } from '../testing/plannedRun.ts';
import { createLocalRuns, type LocalRuns } from '../testing/localRuns.ts';
import { inputColumns, writeResultFiles } from '../results/resultFiles.ts';
import { executeRun } from './executeRun.ts';

const USER = ['FederationIdentifier', 'Department', 'UserPreferencesHideCSNDesktopTask', 'CommunityNickname', 'Alias'];

let runs: LocalRuns;
beforeEach(() => {
  runs = createLocalRuns('ready', 'System Administrator', 3);
});
afterEach(() => {
  runs.close();
});

/** The fields of the contacts' users, in the order of the contacts. */
function usersOf(contactIds: readonly string[]): readonly unknown[] {
  const schema = runs.localOrg.org.schema.object('User');
  if (schema === undefined) throw new Error('Each org has users.');
  const all = runs.localOrg.org.all(schema);
  return contactIds.map((id) => {
    const user = all.find(({ ContactId }) => ContactId === id);
    return user === undefined ? null : USER.map((name) => user[name]);
  });
}

async function planAndRun(lines: readonly string[], transport: 'collections' | 'bulk') {
  const { folder, summary } = await runs.plan(lines);
  const run = { ...runs.open(folder), transportFor: () => transport };
  const ended = await executeRun(run, PLAIN, { deadline: Infinity, isAsync: false });
  if (ended.kind === 'refused') throw new Error(`${ended.code}: ${ended.message}`);
  writeResultFiles(run.store, folder, inputColumns(run.store));
  return { folder, summary };
}

describe.each(['collections', 'bulk'] as const)('by %s', (transport) => {
  it('fields of the user that have columns of their own get their values, and the result file keeps the columns', async () => {
    const [one = '', two = '', three = ''] = runs.contactIds;
    const { folder } = await planAndRun(
      [
        'ContactId,FederationIdentifier,User.Department,user.userpreferenceshidecsndesktoptask,IsActive',
        `${one},emp-1,"Sales, ""north""",yes,true`,
        `${two},007,,FALSE,true`,
        `${three},NULL,n/a,,true`
      ],
      transport
    );
    expect(usersOf([one, two, three]).map((user) => (Array.isArray(user) ? user.slice(0, 3) : user))).toEqual([
      ['emp-1', 'Sales, "north"', true],
      ['007', null, false],
      [null, null, false]
    ]);
    expect(readFileSync(join(folder, 'created.csv'), 'utf8')).toMatch(
      new RegExp(`IsActive,Outcome.*\n${one},emp-1,"Sales, ""north""",yes,true,created,005`, 'u')
    );
  });

  it('a word for no value is an empty cell, and the error of a formula blocks its row', async () => {
    const [one = '', two = '', three = ''] = runs.contactIds;
    const { folder, summary } = await planAndRun(
      ['ContactId,Nickname,Alias,User.Department', `${one},NULL,(blank),N/A`, `${two},#N/A,,`, `${three},,,#REF!`],
      transport
    );
    expect(summary.counts).toMatchObject({ enable: 1, blocked: 2 });
    const [user, ...others] = usersOf([one, two, three]);
    expect(others).toEqual([null, null]);
    expect(JSON.stringify(user)).not.toMatch(/null.*null.*#|NULL|blank|N\/A/u);
    expect(readFileSync(join(folder, 'plan.csv'), 'utf8')).toMatch(
      /:4:22: column User\.Department “#REF!” is the error/u
    );
  });
});

it('fields of a contact that has a user are not applied, and the plan says so', async () => {
  const [one = ''] = runs.contactIds;
  await planAndRun(['ContactId', one], 'collections');
  const { folder } = await runs.plan(['ContactId,User.Department,FederationIdentifier', `${one},Sales,emp-1`]);
  expect(readFileSync(join(folder, 'plan.csv'), 'utf8')).toMatch(/Not applied: Department, FederationIdentifier\./u);
});

it('a contact whose name is the error of a formula gets no user', async () => {
  const [one = ''] = runs.contactIds;
  runs.localOrg.org.amend(one, { LastName: '#N/A' });
  const { folder, summary } = await runs.plan(['ContactId', one]);
  expect(summary.counts.blocked).toBe(1);
  expect(readFileSync(join(folder, 'plan.csv'), 'utf8')).toMatch(
    /nameIsFormulaError.*LastName.*Correct it on the contact/u
  );
});

it.each([
  ['User.ProfileId', 'x', /in\d+\.csv:1:11: column “User\.ProfileId”: this command sets ProfileId itself/u],
  ['User.Departmnt', 'x', /users have no field “Departmnt”.*Department is one/u],
  ['User.LastLoginDate', 'x', /can’t set LastLoginDate/u]
])('a file with a column %s is refused with its place', async (column, value, sentence) => {
  await expect(runs.plan([`ContactId,${column}`, `${runs.contactIds[0] ?? ''},${value}`])).rejects.toThrow(sentence);
});
