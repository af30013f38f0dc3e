import { planInFolders } from '../testing/planInFolders.ts';
import { contact, ADA, account, ada, owner } from '../testing/smallOrg.ts';

describe('a row whose account is made a partner account', () => {
  const plan = planInFolders();

  it('warns that a partner user owns a contact of the account that is made a partner account', async () => {
    const lars = {
      ...ada,
      Id: '003000000000044AAA',
      Name: 'Lars Berg',
      Owner: { Name: 'Kim', UserType: 'PowerPartner' }
    };
    const org = { Contact: [ada, lars] };
    const options = { kind: 'partner', enablesPartnerAccounts: true } as const;
    const { rows } = await plan(`Id\n${ADA}\n`, { org, options });
    expect(rows[0]).toMatchObject({ outcome: 'enable', code: 'partnerAccountNotEnabled' });
    expect(rows[0]?.sentence).toMatch(
      /Acme is made a partner account first\. An external user owns a contact of the account\. Kim owns Lars Berg,/u
    );
  });

  it('asks for the owners of contacts only where partner accounts are made', async () => {
    const { asked } = await plan(`Id\n${ADA}\n`, { options: { kind: 'partner' } });
    expect(asked.filter((soql) => soql.includes('Owner.UserType IN'))).toEqual([]);
  });

  it('says that the owners of the contacts can’t be read, where the account is made a partner account', async () => {
    const { rows } = await plan(`Id\n${ADA}\n`, {
      options: { kind: 'partner', enablesPartnerAccounts: true },
      lacking: ['UserType IN']
    });
    expect(rows[0]?.sentence).toContain('We can’t see who owns the contacts of Acme.');
  });

  it('warns that a partner user owns the account that is made a partner account', async () => {
    const given = {
      ...contact({ Account: { ...account, Owner: { ...owner, UserType: 'PowerPartner' } } }),
      options: { kind: 'partner', enablesPartnerAccounts: true }
    } as const;
    const { rows } = await plan(`Id\n${ADA}\n`, given);
    expect(rows[0]).toMatchObject({ outcome: 'enable', code: 'partnerAccountNotEnabled' });
    expect(rows[0]?.sentence).toMatch(
      /Acme is made a partner account first\. An external user owns the account\. Olga Owner owns Acme,/u
    );
  });
});
