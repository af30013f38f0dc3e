import { planInFolders } from '../testing/planInFolders.ts';
import { ADA, BOB } from '../testing/smallOrg.ts';

const GONE = '003000000000009AAA';
const PERSON = '001000000000005AAA';
const COMPANY = '001000000000006AAA';

describe('a row whose id leads to no contact', () => {
  const plan = planInFolders();

  it.each([
    [
      'deleted',
      null,
      'contactDeleted',
      `The contact ${GONE} was deleted. Restore it from the recycle bin, or leave the row out.`
    ],
    ['merged', BOB, 'contactMerged', `The contact ${GONE} was merged into ${BOB}. Give that id instead.`]
  ])('says that it was %s', async (_what, MasterRecordId, code, sentence) => {
    const org = { 'Contact (deleted)': [{ Id: GONE, MasterRecordId }] };
    const { rows } = await plan(`Id\n${GONE}\n${ADA}\n`, { org });
    expect(rows).toMatchObject([{ outcome: 'blocked', code, sentence }, { outcome: 'enable' }]);
  });

  it('says only that nobody sees it, where the org doesn’t answer for deleted contacts', async () => {
    const { rows } = await plan(`Id\n${GONE}\n`, { lacking: ['MasterRecordId'] });
    expect(rows).toMatchObject([{ outcome: 'blocked', code: 'contactMissing' }]);
  });

  it('asks for deleted contacts only where a contact is missing', async () => {
    const { asked } = await plan(`Id\n${ADA}\n`);
    expect(asked.join()).not.toContain('MasterRecordId');
  });

  it('names the contact of a person account whose id it has', async () => {
    const org = {
      Account: [
        { Id: PERSON, PersonContactId: BOB },
        { Id: COMPANY, PersonContactId: null }
      ]
    };
    const { rows } = await plan(`Id\n${PERSON}\n${COMPANY}\n001000000000007AAA\n`, { org });
    const [person, company, unknown] = rows.map(({ sentence }) => sentence);
    expect(person).toMatch(new RegExp(`:2:1: .*it is an account’s\\..* That of this account is ${BOB}\\.$`, 'u'));
    expect(company).toMatch(/This account is no person account: give the ids of its contacts\.$/u);
    expect(unknown).toMatch(/its PersonContactId\.$/u);
  });

  it('shows the way where the org has no person accounts', async () => {
    const { rows } = await plan(`Id\n${PERSON}\n`, { lacking: ['PersonContactId'] });
    expect(rows[0]?.sentence).toMatch(/The contact of a person account is its PersonContactId\.$/u);
  });
});
