import type { Org } from '../../../engine/org/org.ts';
import { admin, insert, objectNamed, recordNamed, update, withFields } from '../../../testing/readyOrg.ts';
import { contactsWith, registeringOrg, usersNamed, withOptions } from '../../../testing/registeringOrg.ts';
import { browserAt } from '../../../testing/siteBrowser.ts';
import { PAGE, register, USERNAME, VISITOR } from '../../../testing/visitor.ts';

const ALERTED = 'Your request cannot be processed at this time. The site administrator has been alerted.';
const TAKEN = 'Your request cannot be completed.';

describe('a registration of a person who already has a user', () => {
  it.each([
    ['in this org', 'freja.lindqvist@acme.example'],
    ['in another org', 'info@acme.example']
  ])('%s is refused with a general message, and nobody is notified', async (_where, email) => {
    const org = registeringOrg();
    const response = await register(org, { ...VISITOR, email });
    expect(response.status).toBe(400);
    expect(await response.text()).toContain(TAKEN);
    expect(contactsWith(org, email)).toEqual([]);
    expect(org.outbox).toEqual([]);
  });

  it('through a contact of the account is refused with the same message', async () => {
    const org = registeringOrg(withOptions({ OptionsShowUsername: true }));
    await register(org, { ...VISITOR, username: 'mina@acme.portal' });
    const response = await register(org, { ...VISITOR, username: 'mina2@acme.portal' });
    expect(await response.text()).toContain(TAKEN);
    expect(usersNamed(org, 'mina2@acme.portal')).toEqual([]);
  });
});

describe('a registration that only the administrator can correct', () => {
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
      'No account is set for self-registration, and person accounts are not enabled.'
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
  ])('shows a general message, and mails the cause: %s', async (_what, change, cause) => {
    const org = registeringOrg();
    change(org);
    const contacts = org.all(objectNamed(org, 'Contact')).length;
    const response = await register(org);
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

describe('the self-registration page of a site', () => {
  it('is linked from the login page, and from the address of LWR sites', async () => {
    const browser = browserAt(registeringOrg());
    expect(await (await browser.get('/acmehelp/login')).text()).toContain(`<a href="${PAGE}">Not a member?</a>`);
    expect((await browser.get('/acmehelp/SelfRegister')).headers.get('location')).toBe(PAGE);
  });

  it('does not exist, and is not linked, while self-registration is off', async () => {
    const org = registeringOrg(withFields('acmeHelp', { OptionsSelfRegistrationEnabled: false }));
    const browser = browserAt(org);
    expect(await (await browser.get('/acmehelp/login')).text()).not.toContain('Not a member?');
    expect((await browser.get(PAGE)).status).toBe(404);
    expect((await browser.post(PAGE, VISITOR)).status).toBe(404);
    expect(usersNamed(org, USERNAME)).toEqual([]);
  });

  it.each(['UnderConstruction', 'DownForMaintenance'])('is closed while the site is %s', async (Status) => {
    const org = registeringOrg(withFields('acmeHelp', { Status }));
    expect((await browserAt(org).get(PAGE)).status).toBe(503);
    expect((await register(org)).status).toBe(503);
    expect(usersNamed(org, USERNAME)).toEqual([]);
  });
});
