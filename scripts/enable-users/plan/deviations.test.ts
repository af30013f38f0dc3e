import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { planHtml } from '../report/planHtml.ts';
import { planLines } from '../report/planLines.ts';
import { planInFolders } from '../testing/planInFolders.ts';
import { ADA, BOB, CUSTOMER, ada, bob, user } from '../testing/smallOrg.ts';

/** A user who has both names that Ada would get. */
const holder = {
  ...user,
  Id: '005000000000007AAA',
  ContactId: null,
  Name: 'Augusta King',
  Username: 'ada@acme.example',
  CommunityNickname: 'ada',
  UserType: 'Standard'
};

describe('a row that does not get what it asks for', () => {
  const plan = planInFolders();

  it.each([
    ['inactive user', { IsActive: false }, 'OfInactiveUser', /Augusta King, an inactive user/u],
    [
      'inactive user of a contact',
      { IsActive: false, ContactId: BOB, UserType: 'CspLitePortal' },
      'OfInactiveUser',
      /inactive/u
    ],
    ['user without a contact', { UserType: 'CspLitePortal' }, 'OfContactlessUser', /a user without a contact/u],
    ['partner without a contact', { UserType: 'PowerPartner' }, 'OfContactlessUser', /give that user the contact/u],
    ['internal user', {}, 'OfInternalUser', /Augusta King, an internal user/u],
    [
      'user of another contact',
      { ContactId: BOB, UserType: 'CspLitePortal' },
      'OfOtherContact',
      /the user of another contact/u
    ]
  ])('has numbered names, and says that an %s has the others', async (_who, fields, code, sentence) => {
    const { rows, summary } = await plan(`Id\n${ADA}\n`, { org: { User: [{ ...holder, ...fields }] } });
    expect(rows[0]).toMatchObject({
      outcome: 'enable',
      draft: { username: 'ada1@acme.example', nickname: 'ada1' },
      deviations: [{ code: `username${code}` }, { code: `nickname${code}` }]
    });
    expect(rows[0]?.sentence).toMatch(sentence);
    expect(summary.deviations).toMatchObject([
      { code: `username${code}`, rows: 1 },
      { code: `nickname${code}`, rows: 1 }
    ]);
  });

  it('says it without the holder where users of contacts can’t be read', async () => {
    const { rows } = await plan(`Id\n${ADA}\n`, { org: { User: [holder] }, lacking: ['ContactId'] });
    expect(rows[0]?.deviations.map(({ code }) => code)).toEqual(['usernameTaken', 'nicknameTaken']);
  });

  it('says that another row gets the name', async () => {
    const { rows } = await plan(`Id\n${ADA}\n${BOB}\n`, { org: { Contact: [ada, { ...bob, Email: ada.Email }] } });
    expect(rows.map(({ deviations }) => deviations.map(({ code }) => code))).toEqual([
      [],
      ['usernameOfOtherRow', 'nicknameOfOtherRow']
    ]);
  });

  it.each([
    ['Username', 'ADA@acme.example', 'usernameTaken'],
    ['Nickname', 'Ada', 'nicknameTaken']
  ])('is blocked where its own %s is taken, and names the holder', async (column, value, code) => {
    const { rows } = await plan(`Id,${column}\n${ADA},${value}\n`, { org: { User: [holder] } });
    expect(rows[0]).toMatchObject({ outcome: 'blocked', code, draft: null, deviations: [] });
    expect(rows[0]?.sentence).toMatch(/is free\. .* belongs to .*Augusta King.*, an internal user/u);
  });

  it('is blocked where an earlier row has its own nickname', async () => {
    const { rows } = await plan(`Id,Nickname\n${ADA},zoe\n${BOB},Zoe\n`);
    expect(rows.map(({ code }) => code)).toEqual(['ready', 'nicknameTaken']);
    expect(rows[1]?.sentence).toMatch(/Another row of this input gets .*Zoe/u);
  });

  it('says that a level of a profile without roles is not applied', async () => {
    const { rows } = await plan(`Id,RoleLevel\n${ADA},Manager\n`);
    expect(rows[0]).toMatchObject({ outcome: 'enable', deviations: [{ code: 'roleLevelNotApplied' }] });
  });

  const held = { User: [user] };
  it.each([
    ['Profile', 'Acme Partner', 'Profile'],
    ['Nickname', 'other', 'Nickname'],
    ['Username', 'b@acme.example', 'Username'],
    ['Email', 'b@acme.example', 'Email'],
    ['Alias', 'al', 'Alias'],
    ['RoleLevel', 'Manager', 'RoleLevel'],
    ['PermissionSets', 'Portal', 'PermissionSets']
  ])('says that %s is not applied to the user who is there', async (column, value, named) => {
    const { rows } = await plan(`Id,${column}\n${ADA},${value}\n`, { org: held });
    expect(rows[0]).toMatchObject({ outcome: 'already', deviations: [{ code: 'valuesNotApplied' }] });
    expect(rows[0]?.deviations[0]?.sentence).toContain(`Not applied: ${named}. `);
  });

  it.each([
    ['Profile', 'acme customer'],
    ['Profile', CUSTOMER],
    ['Username', 'ADA@portal.example'],
    ['Email', 'Ada@acme.example'],
    ['PermissionSets', '']
  ])('has no deviation where the user has its %s already', async (column, value) => {
    const { rows } = await plan(`Id,${column}\n${ADA},${value}\n`, { org: held });
    expect(rows[0]).toMatchObject({ outcome: 'already', deviations: [] });
  });

  it('says the same of a user who is made active again', async () => {
    const { rows } = await plan(`Id\n${ADA}\n`, {
      org: { User: [{ ...user, IsActive: false }] },
      options: { reactivate: true, profile: 'Acme Partner' }
    });
    expect(rows[0]).toMatchObject({ outcome: 'reactivate', deviations: [{ code: 'valuesNotApplied' }] });
  });

  it('is in plan.csv, in the report and on the console under “Worth a look”', async () => {
    const { summary } = await plan(`Id,Nickname\n${ADA},other\n`, { org: held });
    expect(planLines(summary).join('\n')).toMatch(/Worth a look\n +1 {2}valuesNotApplied\n +Not applied: Nickname\./u);
    expect(planHtml(summary, [], new Date(0))).toContain('<h2>Worth a look</h2>');
    const [names = '', row = ''] = readFileSync(join(summary.runFolder, 'plan.csv'), 'utf8').split('\n');
    expect(names).toBe(
      '\uFEFFId,Nickname,PlanContact,PlanAccount,PlanUsername,PlanProfile,Outcome,Code,PlanReason,Deviation'
    );
    expect(row).toMatch(/,valuesNotApplied$/u);
  });
});
