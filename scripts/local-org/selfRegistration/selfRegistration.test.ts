import {
  objectNamed,
  recordNamed,
  seatsUsed,
  sitesOf,
  update,
  withFields,
  insert,
  admin
} from '../fixtures/readyOrg.ts';
import { createOrg } from '../org.ts';
import { readStartingOrg, type StartingOrg } from '../orgs.ts';
import { browserAt, linkOf } from '../testing/siteBrowser.ts';
import type { Org, StoredRecord } from '../types.ts';

const PAGE = '/acmehelp/s/login/SelfRegister';
const PASSWORD = 'correct horse 7';
const VISITOR = { firstName: 'Mina', lastName: 'Okonkwo', email: 'Mina.Okonkwo@mail.example' };
const USERNAME = 'mina.okonkwo@mail.example';
const ALERTED = 'Your request cannot be processed at this time. The site administrator has been alerted.';
const TAKEN = 'Your request cannot be completed.';

/** Acme Help takes registrations: contacts of the account Acme Help Members, users with the profile Acme Customer. */
function openOrg(change: (starting: StartingOrg) => StartingOrg = (same) => same): Org {
  return createOrg(change(readStartingOrg('self-registration')), { seed: 1, url: () => 'http://localhost:4280' });
}

function usersNamed(org: Org, username: string): StoredRecord[] {
  return org.all(objectNamed(org, 'User')).filter((user) => user['Username'] === username);
}

function contactsWith(org: Org, email: string): StoredRecord[] {
  return org.all(objectNamed(org, 'Contact')).filter((contact) => contact['Email'] === email);
}

const options = (fields: Record<string, boolean>) => withFields('acmeHelpMembers', fields);

describe('a visitor who registers', () => {
  it('becomes contact and user at once, gets the mail, sets a password and is in', async () => {
    const org = openOrg();
    const browser = browserAt(org);
    const seats = Number(seatsUsed(org, 'Customer Community'));
    const sent = await browser.post(PAGE, VISITOR);
    expect([sent.status, sent.headers.get('location')]).toEqual([303, '/acmehelp/s/login/CheckPasswordResetEmail']);
    expect(await (await browser.get('/acmehelp/s/login/CheckPasswordResetEmail')).text()).toContain(
      'Now, check your email'
    );

    const account = recordNamed(org, 'Account', 'Acme Help Members');
    const user = recordNamed(org, 'User', USERNAME);
    const [contact] = contactsWith(org, VISITOR.email);
    expect(contact).toMatchObject({ Name: 'Mina Okonkwo', AccountId: account.Id, OwnerId: admin(org).userId });
    expect(user).toMatchObject({
      ContactId: contact?.Id,
      AccountId: account.Id,
      ProfileId: recordNamed(org, 'Profile', 'Acme Customer').Id,
      Email: VISITOR.email,
      Alias: 'mokon',
      IsActive: true,
      IsPortalSelfRegistered: true,
      LocaleSidKey: 'en_GB'
    });
    expect(user['CommunityNickname']).toMatch(/^MO\d{6}$/);
    expect(seatsUsed(org, 'Customer Community')).toBe(seats + 1);
    expect(sitesOf(org, user)).toEqual(['Acme Help']);

    expect(org.outbox.map(({ subject }) => subject)).toEqual(['Welcome to Acme Help']);
    const { token } = linkOf(org.outbox[0]);
    const set = await browser.post('/acmehelp/login/set-password', {
      token,
      password: PASSWORD,
      confirmation: PASSWORD
    });
    expect(set.headers.get('location')).toBe('/acmehelp/s/');
    expect(await (await browser.get('/acmehelp/s/')).text()).toContain('Welcome, Mina Okonkwo!');
  });

  it('is in at once by a password of their own', async () => {
    const org = openOrg(options({ OptionsIncludePassword: true }));
    const browser = browserAt(org);
    expect(await (await browser.get(PAGE)).text()).toContain('Create Password');
    const sent = await browser.post(PAGE, { ...VISITOR, password: PASSWORD, confirmation: PASSWORD });
    expect(sent.headers.get('location')).toBe('/acmehelp/s/');
    expect((await browser.get('/acmehelp/s/')).status).toBe(200);
    const login = await browserAt(org).post('/acmehelp/login', { username: USERNAME, password: PASSWORD });
    expect(login.headers.get('location')).toBe('/acmehelp/s/');
  });

  it.each([
    ['the site sends no welcome mail', withFields('acmeHelp', { OptionsSendWelcomeEmail: false })],
    [
      'the org sends system mails only',
      (starting: StartingOrg): StartingOrg => ({
        ...starting,
        settings: { ...starting.settings, emailDeliverability: 'system' }
      })
    ]
  ])('gets a mail about the password where %s', async (_where, change) => {
    const org = openOrg(change);
    await browserAt(org).post(PAGE, VISITOR);
    expect(org.outbox.map(({ subject }) => subject)).toEqual(['Finish resetting your Acme Help password']);
    expect((await browserAt(org).get(linkOf(org.outbox[0]).path)).status).toBe(200);
  });

  it('chooses username, nickname and mobile number where the page asks for them', async () => {
    const shown = { OptionsShowUsername: true, OptionsShowNickname: true, OptionsShowMobilePhone: true };
    const org = openOrg(options(shown));
    const page = await (await browserAt(org).get(PAGE)).text();
    for (const label of ['Username', 'Nickname', 'Mobile'])
      expect(page).toMatch(new RegExp(`>\\s*${label}\\s*</label`));
    await browserAt(org).post(PAGE, {
      ...VISITOR,
      username: 'mina@acme.portal',
      nickname: 'mina',
      mobile: '+46 70 123 45 67'
    });
    expect(usersNamed(org, 'mina@acme.portal')).toMatchObject([
      { CommunityNickname: 'mina', MobilePhone: '+46 70 123 45 67', Email: VISITOR.email }
    ]);
  });

  it('chooses nothing that the page does not ask for', async () => {
    const org = openOrg();
    await browserAt(org).post(PAGE, { ...VISITOR, username: 'boss@acme.example', nickname: 'boss', password: 'x' });
    expect(usersNamed(org, USERNAME)).toHaveLength(1);
    expect(recordNamed(org, 'User', USERNAME)['CommunityNickname']).not.toBe('boss');
  });

  it('uses the contact of the account that has the address and no user', async () => {
    const org = openOrg();
    const contact = insert(org, 'Contact', {
      LastName: 'Okonkwo',
      Email: USERNAME,
      AccountId: recordNamed(org, 'Account', 'Acme Help Members').Id
    });
    await browserAt(org).post(PAGE, VISITOR);
    expect(usersNamed(org, USERNAME)).toMatchObject([{ ContactId: contact.success ? contact.id : 'none' }]);
    expect(contactsWith(org, VISITOR.email)).toEqual([]);
  });

  it('is a person account where no account is set and person accounts are on', async () => {
    const org = openOrg((starting) => ({
      ...withFields('acmeHelpMembers', { AccountId: null })(starting),
      features: { ...starting.features, personAccounts: true }
    }));
    await browserAt(org).post(PAGE, VISITOR);
    const account = recordNamed(org, 'Account', 'Mina Okonkwo');
    expect(account).toMatchObject({ IsPersonAccount: true, PersonEmail: VISITOR.email });
    expect(usersNamed(org, USERNAME)).toMatchObject([{ AccountId: account.Id, ContactId: account['PersonContactId'] }]);
    expect(contactsWith(org, VISITOR.email)).toMatchObject([{ Name: 'Mina Okonkwo', IsPersonAccount: true }]);
  });

  it('is one user, however often the form is sent at the same moment', async () => {
    const org = openOrg();
    const answers = await Promise.all([1, 2, 3].map(async () => browserAt(org).post(PAGE, VISITOR)));
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 400, 400]);
    expect(usersNamed(org, USERNAME)).toHaveLength(1);
    expect(contactsWith(org, VISITOR.email)).toHaveLength(1);
    expect(org.outbox).toHaveLength(1);
  });

  it('gets another nickname than the next visitor with the same initials', async () => {
    const org = openOrg();
    const taken = recordNamed(org, 'User', admin(org).username);
    await browserAt(org).post(PAGE, VISITOR);
    const nickname = recordNamed(org, 'User', USERNAME)['CommunityNickname'] ?? null;
    const again = openOrg();
    update(again, taken.Id, { CommunityNickname: nickname });
    await browserAt(again).post(PAGE, VISITOR);
    expect(usersNamed(again, USERNAME)).toHaveLength(1);
    expect(recordNamed(again, 'User', USERNAME)['CommunityNickname']).not.toBe(nickname);
  });
});

describe('a registration that the visitor can mend', () => {
  it.each([
    [{ ...VISITOR, lastName: ' ' }, 'Last name is required.', 'lastName'],
    [{ ...VISITOR, email: '' }, 'Email address is required.', 'email'],
    [{ ...VISITOR, email: 'mina' }, 'Email: invalid email address: mina', 'email'],
    [{ ...VISITOR, lastName: 'O'.repeat(81) }, 'Last Name: data value too large', 'lastName'],
    [{ ...VISITOR, password: PASSWORD, confirmation: 'x' }, 'Your passwords do not match.', 'confirmation'],
    [
      { ...VISITOR, password: 'short', confirmation: 'short' },
      'Your password must be at least 8 characters long.',
      'password'
    ]
  ])('%j says what is wrong at its field and keeps what was typed', async (form, message, field) => {
    const org = openOrg(options({ OptionsIncludePassword: 'password' in form }));
    const users = org.all(objectNamed(org, 'User')).length;
    const response = await browserAt(org).post(PAGE, form);
    const page = await response.text();
    expect(response.status).toBe(400);
    expect(page).toContain(`<p class="error" id="message" role="alert">${message}`);
    expect(page).toMatch(new RegExp(`id="${field}"[^>]*aria-invalid="true" aria-describedby="message"`));
    expect(page).toContain('value="Mina"');
    expect(page).not.toContain(PASSWORD);
    expect(org.all(objectNamed(org, 'User'))).toHaveLength(users);
    expect(org.outbox).toEqual([]);
  });

  it('has a nickname that somebody has', async () => {
    const org = openOrg(options({ OptionsShowNickname: true }));
    const page = await (await browserAt(org).post(PAGE, { ...VISITOR, nickname: 'freja.lindqvist' })).text();
    expect(page).toContain('Another user has already selected this nickname.');
    expect(contactsWith(org, VISITOR.email)).toEqual([]);
  });

  it('shows what was typed as text', async () => {
    const org = openOrg();
    const response = await browserAt(org).post(PAGE, { lastName: '"><script>alert(1)</script>', email: '' });
    expect(await response.text()).not.toContain('<script>');
  });
});

describe('a registration of somebody who has a user', () => {
  it.each([
    ['here', 'freja.lindqvist@acme.example'],
    ['in another org', 'info@acme.example']
  ])('%s is refused in general words, and nobody is told', async (_where, email) => {
    const org = openOrg();
    const response = await browserAt(org).post(PAGE, { ...VISITOR, email });
    expect(response.status).toBe(400);
    expect(await response.text()).toContain(TAKEN);
    expect(contactsWith(org, email)).toEqual([]);
    expect(org.outbox).toEqual([]);
  });

  it('by a contact of the account is refused likewise', async () => {
    const org = openOrg(options({ OptionsShowUsername: true }));
    await browserAt(org).post(PAGE, { ...VISITOR, username: 'mina@acme.portal' });
    const response = await browserAt(org).post(PAGE, { ...VISITOR, username: 'mina2@acme.portal' });
    expect(await response.text()).toContain(TAKEN);
    expect(usersNamed(org, 'mina2@acme.portal')).toEqual([]);
  });
});

describe('a registration that the administrator has to mend', () => {
  it.each<[string, (org: Org) => void, string]>([
    [
      'no seat is left',
      (org) => {
        org.amend(recordNamed(org, 'UserLicense', 'Customer Community').Id, { TotalLicenses: 0 });
      },
      'LICENSE_LIMIT_EXCEEDED: License Limit Exceeded - Customer Community'
    ],
    [
      'the owner of the account has no role',
      (org) => {
        const OwnerId = recordNamed(org, 'User', 'dana.whitfield@acme.example').Id;
        update(org, recordNamed(org, 'Account', 'Acme Help Members').Id, { OwnerId });
      },
      'UNKNOWN_EXCEPTION: portal account owner must have a role'
    ],
    [
      'the profile is a member no longer',
      (org) => {
        const { Id } = recordNamed(org, 'Profile', 'Acme Customer');
        const [group] = org.where(objectNamed(org, 'NetworkMemberGroup'), 'ParentId', Id);
        org.amend(group?.Id ?? '', { ParentId: recordNamed(org, 'Profile', 'Acme Partner').Id });
      },
      'The profile for self-registration is not a member of the site.'
    ],
    [
      'no profile is set',
      (org) => {
        update(org, recordNamed(org, 'Network', 'Acme Help').Id, { SelfRegProfileId: null });
      },
      'No profile is set for self-registration.'
    ],
    [
      'the profile is a standard one',
      (org) => {
        const { Id } = recordNamed(org, 'Profile', 'Customer Community User');
        const site = recordNamed(org, 'Network', 'Acme Help').Id;
        insert(org, 'NetworkMemberGroup', { NetworkId: site, ParentId: Id });
        update(org, site, { SelfRegProfileId: Id });
      },
      'standard'
    ],
    [
      'no account is set and person accounts are off',
      (org) => {
        const [record] = org.all(objectNamed(org, 'NetworkSelfRegistration'));
        update(org, record?.Id ?? '', { AccountId: null });
      },
      'No account is set for self-registration, and person accounts are not enabled.'
    ],
    [
      'the account is gone',
      (org) => {
        const { Id } = recordNamed(org, 'Account', 'Acme Help Members');
        org.transact(admin(org), { allOrNone: true }, (writes) => writes.remove(Id));
      },
      'The account for self-registration does not exist.'
    ],
    [
      'two contacts have the address',
      (org) => {
        const AccountId = recordNamed(org, 'Account', 'Acme Help Members').Id;
        for (const LastName of ['One', 'Two']) insert(org, 'Contact', { LastName, Email: USERNAME, AccountId });
      },
      'There are several contacts with the address Mina.Okonkwo@mail.example.'
    ],
    [
      'the standard component is disabled',
      (org) => {
        const [record] = org.all(objectNamed(org, 'NetworkSelfRegistration'));
        update(org, record?.Id ?? '', { OptionsDisableStandardRgstrComponent: true });
      },
      'The standard self-registration component is disabled for this site.'
    ]
  ])('as %s: the visitor reads a general sentence, the cause is mailed', async (_what, change, cause) => {
    const org = openOrg();
    change(org);
    const contacts = org.all(objectNamed(org, 'Contact')).length;
    const response = await browserAt(org).post(PAGE, VISITOR);
    const page = await response.text();
    expect(response.status).toBe(400);
    expect(page).toContain(ALERTED);
    expect(page).not.toContain(cause);
    expect(usersNamed(org, USERNAME)).toEqual([]);
    expect(org.all(objectNamed(org, 'Contact'))).toHaveLength(contacts);
    expect(org.outbox).toHaveLength(1);
    expect(org.outbox[0]).toMatchObject({ userId: admin(org).userId, link: null });
    expect(org.outbox[0]?.text).toContain(cause);
    expect(org.outbox[0]?.text).toContain(VISITOR.email);
  });
});

describe('the page of a site', () => {
  it('is linked from the log-in page, and led to from the address that LWR sites have', async () => {
    const browser = browserAt(openOrg());
    expect(await (await browser.get('/acmehelp/login')).text()).toContain(`<a href="${PAGE}">Not a member?</a>`);
    expect((await browser.get('/acmehelp/SelfRegister')).headers.get('location')).toBe(PAGE);
  });

  it('does not exist, and has no link, while self-registration is off', async () => {
    const org = openOrg(withFields('acmeHelp', { OptionsSelfRegistrationEnabled: false }));
    const browser = browserAt(org);
    expect(await (await browser.get('/acmehelp/login')).text()).not.toContain('Not a member?');
    expect((await browser.get(PAGE)).status).toBe(404);
    expect((await browser.post(PAGE, VISITOR)).status).toBe(404);
    expect(usersNamed(org, USERNAME)).toEqual([]);
  });

  it.each(['UnderConstruction', 'DownForMaintenance'])('is closed while the site is %s', async (Status) => {
    const org = openOrg(withFields('acmeHelp', { Status }));
    expect((await browserAt(org).get(PAGE)).status).toBe(503);
    expect((await browserAt(org).post(PAGE, VISITOR)).status).toBe(503);
    expect(usersNamed(org, USERNAME)).toEqual([]);
  });
});
