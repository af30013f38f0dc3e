import type { Locator } from '@playwright/test';
import { chooseProfile, openAndStart, outcomeOf, press } from '../../../scripts/shared/browser/enabling.ts';
import { notesOf, unfoldForm } from './checks.ts';
import { countCreations } from './creation.ts';
import { expect, test } from './harness.ts';
import { idOf, query, usersOf } from './records.ts';

/** A user can be created in these unusual starting orgs: the test reads the result from the org. */
interface Way {
  readonly org: string;
  readonly person: 'System Administrator' | 'Sales Ops';
  readonly contact: string;
  /** Fills in the details step before Create User. */
  readonly fillIn?: (dialog: Locator) => Promise<void>;
  readonly user: { readonly username: string; readonly nickname: string; readonly profile: string };
  readonly mails: number;
  /** The text that the outcome shows. */
  readonly says: readonly string[];
}

const AMELIE = {
  username: 'amelie.dubois@northwind-angstrom.example',
  nickname: 'amelie.dubois',
  profile: 'Acme Customer'
} as const;

const WAYS: readonly Way[] = [
  {
    org: 'allow-list',
    person: 'System Administrator',
    contact: 'Amélie Dubois',
    fillIn: async (dialog) => {
      await expect(dialog.getByRole('combobox', { name: 'Profile' })).toHaveText('Acme Customer');
      await expect(dialog.getByText(/^Customer Community · .* · can log in to Acme Help$/)).toBeVisible();
    },
    user: { ...AMELIE, username: 'amelie.dubois@acme.portal' },
    mails: 1,
    says: [
      'can now log in to Acme Help',
      'Acme Help is set to send a welcome email to amelie.dubois@northwind-angstrom.example'
    ]
  },
  {
    org: 'no-allow-list',
    person: 'Sales Ops',
    contact: 'Amélie Dubois',
    fillIn: (dialog) => chooseProfile(dialog, 'Acme Customer'),
    user: AMELIE,
    mails: 1,
    says: ['We can’t see whether a welcome email goes out.']
  },
  {
    org: 'no-partner-accounts',
    person: 'System Administrator',
    contact: 'Amélie Dubois',
    fillIn: async (dialog) => {
      await chooseProfile(dialog, 'Acme Customer');
      await expect(dialog.getByText('Kind of user')).toHaveCount(0);
    },
    user: AMELIE,
    mails: 1,
    says: [
      'Acme Help is set to send a welcome email to amelie.dubois@northwind-angstrom.example',
      'Customer Community · 16 of 20 seats free'
    ]
  },
  {
    org: 'no-live-site',
    person: 'System Administrator',
    contact: 'Amélie Dubois',
    fillIn: (dialog) => chooseProfile(dialog, 'Acme Customer'),
    user: AMELIE,
    mails: 0,
    says: ['can log in once Acme Help is live', 'Activate Acme Help: site workspace → Administration → Settings.']
  },
  {
    org: 'welcome-mail-off',
    person: 'System Administrator',
    contact: 'Amélie Dubois',
    fillIn: (dialog) => chooseProfile(dialog, 'Acme Customer'),
    user: AMELIE,
    mails: 0,
    says: ['No welcome email goes out.', 'Send a link to set the password', 'Reset password']
  },
  {
    org: 'dont-process',
    person: 'Sales Ops',
    contact: '由紀 田中',
    fillIn: (dialog) => chooseProfile(dialog, 'Acme Customer'),
    user: { username: 'yuki.tanaka@sakura-denki.example', nickname: 'yuki.tanaka', profile: 'Acme Customer' },
    mails: 1,
    says: ['Customer Community · 16 of 20 seats free']
  },
  {
    org: 'person-account',
    person: 'Sales Ops',
    contact: 'Helena Kowalczyk',
    fillIn: async (dialog) => {
      await chooseProfile(dialog, 'Acme Customer');
      await expect(dialog.getByText('Kind of user')).toHaveCount(0);
    },
    user: { username: 'helena.kowalczyk@mail.example', nickname: 'helena.kowalczyk', profile: 'Acme Customer' },
    mails: 1,
    says: ['Customer Community · 16 of 20 seats free']
  },
  {
    org: 'username-taken',
    person: 'Sales Ops',
    contact: 'Amélie Dubois',
    fillIn: async (dialog) => {
      await chooseProfile(dialog, 'Acme Customer');
      await expect(dialog.getByText(/amelie\.dubois@.* is taken\./)).toBeVisible();
      await press(dialog, 'Use amelie.dubois1@northwind-angstrom.example');
    },
    user: { ...AMELIE, username: 'amelie.dubois1@northwind-angstrom.example' },
    mails: 1,
    says: []
  },
  {
    org: 'nickname-taken',
    person: 'Sales Ops',
    contact: 'Amélie Dubois',
    fillIn: async (dialog) => {
      await chooseProfile(dialog, 'Acme Customer');
      await unfoldForm(dialog);
      await expect(notesOf(dialog, 'nickname')).toContainText(
        'Another user has amelie.dubois. If you keep it, the next free one is used, such as amelie.dubois1.'
      );
    },
    user: { ...AMELIE, nickname: 'amelie.dubois1' },
    mails: 1,
    says: []
  },
  {
    org: 'standard-profile-only',
    person: 'Sales Ops',
    contact: 'Amélie Dubois',
    fillIn: async (dialog) => {
      await chooseProfile(dialog, 'Customer Community User (standard profile)');
      await expect(notesOf(dialog, 'profile')).toContainText(
        'Customer Community User is a standard profile. Salesforce refuses it for new users'
      );
      await press(dialog, 'Create User');
      await expect(dialog.getByRole('alert').first()).toContainText(
        'This org doesn’t allow the profile Customer Community User'
      );
      await expect(dialog.getByRole('combobox', { name: 'Profile' })).toBeFocused();
      await chooseProfile(dialog, 'Acme Customer Plus');
    },
    user: { ...AMELIE, profile: 'Acme Customer Plus' },
    mails: 1,
    says: ['Customer Community Plus · 8 of 10 seats free']
  },
  {
    org: 'right-to-left',
    person: 'Sales Ops',
    contact: 'ليلى الحربي',
    fillIn: async (dialog) => {
      await chooseProfile(dialog, 'Acme Customer');
      await press(dialog, 'Create User');
      await expect(
        dialog.getByText(
          'The username layla.alharbi@nakheel-trading.example is taken, here or in another Salesforce org.'
        )
      ).toBeVisible();
      await press(dialog, 'Use layla.alharbi1@nakheel-trading.example');
    },
    user: { username: 'layla.alharbi1@nakheel-trading.example', nickname: 'layla.alharbi', profile: 'Acme Customer' },
    mails: 1,
    says: []
  }
];

for (const { org, person, contact, fillIn, user, mails, says } of WAYS) {
  test.describe(`in the org ${org}`, () => {
    test.use({ org, person });

    test(`${person} creates one user for ${contact}`, async ({ page, localOrg, server }) => {
      const dialog = await openAndStart(page, contact);
      await fillIn?.(dialog);
      await press(dialog, 'Create User');
      await expect(outcomeOf(dialog, contact)).toBeVisible();
      await expect(dialog.getByText(user.username, { exact: true })).toBeVisible();
      for (const words of says) {
        await expect(dialog).toContainText(words);
      }

      const [made, ...others] = await usersOf(server, contact);
      expect(others).toEqual([]);
      expect(made).toMatchObject({
        Username: user.username,
        CommunityNickname: user.nickname,
        IsActive: true,
        Profile: { Name: user.profile }
      });
      expect(await localOrg.outbox()).toHaveLength(mails);
    });
  });
}

test.describe('in the org private-users', () => {
  test.use({ org: 'private-users', person: 'Sales Ops' });

  test('the user is created although its creator can’t see it', async ({ page, localOrg, server }) => {
    const dialog = await openAndStart(page, 'Amélie Dubois');
    await chooseProfile(dialog, 'Acme Customer');
    await press(dialog, 'Create User');
    await expect(dialog.getByText('Salesforce created the user, but doesn’t show it here.')).toBeVisible();
    await expect(dialog).toContainText('Customer Community · 16 of 20 seats free');
    expect(await usersOf(server, 'Amélie Dubois')).toMatchObject([{ IsActive: true }]);
    expect(await countCreations(localOrg)).toBe(1);
  });
});

test.describe('in the org hidden-setup', () => {
  test.use({ org: 'hidden-setup', person: 'Sales Ops' });

  test('the form asks for the profile ID, and the org refuses to set it', async ({ page, server }) => {
    const dialog = await openAndStart(page, 'Amélie Dubois');
    const profile = dialog.getByRole('textbox', { name: 'Profile ID' });
    await profile.fill(await idOf(server, 'Profile', 'Acme Customer'));
    await press(dialog, 'Create User');
    await expect(dialog.getByRole('alert').first()).toContainText('Unable to create/update fields: ProfileId.');
    await expect(profile).toBeFocused();
    // A person without access to Setup gets no link to it.
    await expect(dialog.getByRole('link', { name: 'Open Permission Sets' })).toHaveCount(0);
    expect(await usersOf(server, 'Amélie Dubois')).toEqual([]);
  });
});

test.describe('in the org permission-set-assignments', () => {
  test.use({ org: 'permission-set-assignments', person: 'Sales Ops' });

  test('permission sets that fit the license are offered and assigned after the creation', async ({ page, server }) => {
    const dialog = await openAndStart(page, 'Amélie Dubois');
    await chooseProfile(dialog, 'Acme Customer');
    await expect(dialog.getByRole('checkbox', { name: 'Acme Deals' })).toHaveCount(0);
    await dialog.locator('summary', { hasText: 'Permission Sets' }).click();
    await dialog.getByText('Acme Orders').click();
    await press(dialog, 'Create User');
    await expect(outcomeOf(dialog, 'Amélie Dubois')).toBeVisible();
    await expect
      .poll(() =>
        query(
          server,
          "SELECT PermissionSet.Name FROM PermissionSetAssignment WHERE Assignee.Contact.Name = 'Amélie Dubois'"
        )
      )
      .toMatchObject([{ PermissionSet: { Name: 'Acme_Orders' } }]);
  });

  test('a refused permission set is reported, and the user stays', async ({ page, localOrg, server }) => {
    const write = { method: 'POST', path: '/ui-api/records', times: 1 } as const;
    // The user is the first created record.
    await localOrg.addFault({ ...write, effect: { kind: 'delay', milliseconds: 0 } });
    const refusal = {
      errorCode: 'FIELD_INTEGRITY_EXCEPTION',
      message: "Can't assign permission set Acme Orders to user Amélie Dubois."
    };
    await localOrg.addFault({ ...write, effect: { kind: 'respond', status: 400, body: [refusal] } });
    const dialog = await openAndStart(page, 'Amélie Dubois');
    await chooseProfile(dialog, 'Acme Customer');
    await dialog.locator('summary', { hasText: 'Permission Sets' }).click();
    await dialog.getByText('Acme Orders').click();
    await press(dialog, 'Create User');
    const alert = dialog.getByRole('alert');
    await expect(alert).toContainText('A permission set was not assigned');
    await expect(alert).toContainText(refusal.message);
    await expect(outcomeOf(dialog, 'Amélie Dubois')).toBeVisible();
    expect(await usersOf(server, 'Amélie Dubois')).toHaveLength(1);
  });
});
