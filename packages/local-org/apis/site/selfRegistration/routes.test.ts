import type { StartingOrg } from '../../../engine/startingOrg/startingOrg.ts';
import {
  admin,
  insert,
  objectNamed,
  recordNamed,
  seatsUsed,
  sitesOf,
  update,
  withFields
} from '../../../testing/readyOrg.ts';
import { contactsWith, registeringOrg, usersNamed, withOptions } from '../../../testing/registeringOrg.ts';
import { browserAt, linkOf } from '../../../testing/siteBrowser.ts';
import { PAGE, register, USERNAME, VISITOR } from '../../../testing/visitor.ts';

const PASSWORD = 'correct horse 7';

describe('a visitor who registers', () => {
  it('becomes contact and user at once, gets the mail, sets a password and is logged in', async () => {
    const org = registeringOrg();
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

  it('is logged in at once with a chosen password', async () => {
    const org = registeringOrg(withOptions({ OptionsIncludePassword: true }));
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
  ])('gets a mail about the password when %s', async (_where, change) => {
    const org = registeringOrg(change);
    await register(org);
    expect(org.outbox.map(({ subject }) => subject)).toEqual(['Finish resetting your Acme Help password']);
    expect((await browserAt(org).get(linkOf(org.outbox[0]).path)).status).toBe(200);
  });

  it('chooses username, nickname and mobile number when the page asks for them', async () => {
    const shown = { OptionsShowUsername: true, OptionsShowNickname: true, OptionsShowMobilePhone: true };
    const org = registeringOrg(withOptions(shown));
    const page = await (await browserAt(org).get(PAGE)).text();
    for (const label of ['Username', 'Nickname', 'Mobile'])
      expect(page).toMatch(new RegExp(`>\\s*${label}\\s*</label`));
    await register(org, {
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
    const org = registeringOrg();
    await register(org, { ...VISITOR, username: 'boss@acme.example', nickname: 'boss', password: 'x' });
    expect(usersNamed(org, USERNAME)).toHaveLength(1);
    expect(recordNamed(org, 'User', USERNAME)['CommunityNickname']).not.toBe('boss');
  });

  it('uses the contact of the account that has the address and no user', async () => {
    const org = registeringOrg();
    const contact = insert(org, 'Contact', {
      LastName: 'Okonkwo',
      Email: USERNAME,
      AccountId: recordNamed(org, 'Account', 'Acme Help Members').Id
    });
    await register(org);
    expect(usersNamed(org, USERNAME)).toMatchObject([{ ContactId: contact.success ? contact.id : 'none' }]);
    expect(contactsWith(org, VISITOR.email)).toEqual([]);
  });

  it('becomes a person account when no account is set and person accounts are enabled', async () => {
    const org = registeringOrg((starting) => ({
      ...withOptions({ AccountId: null })(starting),
      features: { ...starting.features, personAccounts: true }
    }));
    await register(org);
    const account = recordNamed(org, 'Account', 'Mina Okonkwo');
    expect(account).toMatchObject({ IsPersonAccount: true, PersonEmail: VISITOR.email });
    expect(usersNamed(org, USERNAME)).toMatchObject([{ AccountId: account.Id, ContactId: account['PersonContactId'] }]);
    expect(contactsWith(org, VISITOR.email)).toMatchObject([{ Name: 'Mina Okonkwo', IsPersonAccount: true }]);
  });

  it('becomes one user, even if the form is sent several times at once', async () => {
    const org = registeringOrg();
    const answers = await Promise.all([1, 2, 3].map(async () => register(org)));
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 400, 400]);
    expect(usersNamed(org, USERNAME)).toHaveLength(1);
    expect(contactsWith(org, VISITOR.email)).toHaveLength(1);
    expect(org.outbox).toHaveLength(1);
  });

  it('gets another nickname than the next visitor with the same initials', async () => {
    const org = registeringOrg();
    const taken = recordNamed(org, 'User', admin(org).username);
    await register(org);
    const nickname = recordNamed(org, 'User', USERNAME)['CommunityNickname'] ?? null;
    const again = registeringOrg();
    update(again, taken.Id, { CommunityNickname: nickname });
    await register(again);
    expect(usersNamed(again, USERNAME)).toHaveLength(1);
    expect(recordNamed(again, 'User', USERNAME)['CommunityNickname']).not.toBe(nickname);
  });
});

describe('a registration that the visitor can correct', () => {
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
  ])('shows the problem of %j at its field and keeps the entered values', async (form, message, field) => {
    const org = registeringOrg(withOptions({ OptionsIncludePassword: 'password' in form }));
    const users = org.all(objectNamed(org, 'User')).length;
    const response = await register(org, form);
    const page = await response.text();
    expect(response.status).toBe(400);
    expect(page).toContain(`<p class="error" id="message" role="alert">${message}`);
    expect(page).toMatch(new RegExp(`id="${field}"[^>]*aria-invalid="true" aria-describedby="message"`));
    expect(page).toContain('value="Mina"');
    expect(page).not.toContain(PASSWORD);
    expect(org.all(objectNamed(org, 'User'))).toHaveLength(users);
    expect(org.outbox).toEqual([]);
  });

  it('reports a nickname that is taken', async () => {
    const org = registeringOrg(withOptions({ OptionsShowNickname: true }));
    const page = await (await register(org, { ...VISITOR, nickname: 'freja.lindqvist' })).text();
    expect(page).toContain('Another user has already selected this nickname.');
    expect(contactsWith(org, VISITOR.email)).toEqual([]);
  });

  it('escapes entered texts', async () => {
    const org = registeringOrg();
    const response = await register(org, { lastName: '"><script>alert(1)</script>', email: '' });
    expect(await response.text()).not.toContain('<script>');
  });
});
