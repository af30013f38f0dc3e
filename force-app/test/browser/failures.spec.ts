import type { Locator, Page } from '@playwright/test';
import { fillInCustomer } from '../../../scripts/shared/browser/enabling.ts';
import { FAILURE_CODES, FAILURES, failureNames } from '../cases/failures.ts';
import type { OrgError } from '../cases/orgError.ts';
import { countCreations, create, onCreation, refusalOf } from './creation.ts';
import { fixOf } from './fixes.ts';
import { expect, test } from './harness.ts';
import { usersOf } from './records.ts';

/** The creation is refused with every failure code as an org refuses it: the type of `FAILURES` requires a row for each. */

const NAME = 'Amélie Dubois';
const USERNAME = 'amelie.dubois@northwind-angstrom.example';
const NICKNAME = 'amelie.dubois';

const LOOKED_UP = 'We looked: no user was created.';

/** The button that opens the page on which the cause can be fixed. */
const FIXES: Readonly<Record<string, string>> = {
  giveRole: 'Give Freja Lindqvist a role',
  changeOwner: 'Change the owner',
  openAccount: 'Open Account',
  setUpLicenses: 'Open Company Information',
  activateOwner: 'Activate Freja Lindqvist',
  setUpProfiles: 'Open Profiles',
  setUpExperiences: 'Open Digital Experiences Settings',
  setUpPermissions: 'Open Permission Sets'
};

/** The form's labels for the fields that refusals name. */
const FIELDS: Readonly<Record<string, (dialog: Locator) => Locator>> = {
  profileId: (dialog) => dialog.getByRole('combobox', { name: 'Profile' }),
  timeZone: (dialog) => dialog.getByRole('combobox', { name: 'Time Zone' }),
  username: (dialog) => dialog.getByRole('textbox', { name: 'Username' }),
  nickname: (dialog) => dialog.getByRole('textbox', { name: 'Nickname' }),
  email: (dialog) => dialog.getByRole('textbox', { name: 'Email' }),
  alias: (dialog) => dialog.getByRole('textbox', { name: 'Alias' })
};

type FailureCode = keyof typeof FAILURES;

function sentenceOf(code: FailureCode): string {
  return FAILURES[code].sentence.replace(failureNames.username, USERNAME);
}

/** A transient refusal is retried a limited number of times: this is the number of attempts. */
function attemptsOf(code: FailureCode): number {
  return code === 'locked' ? 4 : code === 'duplicateNickname' ? 10 : 1;
}

/** One window tries all codes, because it keeps the typed values after a refusal. */
const GROUPS: readonly (readonly [title: string, belongs: (code: FailureCode) => boolean])[] = [
  ['leads to the field that it is about', (code) => isAboutField(code)],
  [
    'offers the page on which its cause can be fixed',
    (code) => !isAboutField(code) && FAILURES[code].fixes !== undefined
  ],
  ['says that no user was created', (code) => !isAboutField(code) && FAILURES[code].isUnclear],
  ['is explained', (code) => !isAboutField(code) && FAILURES[code].fixes === undefined && !FAILURES[code].isUnclear]
];

function isAboutField(code: FailureCode): boolean {
  return (FAILURES[code].said ?? []).some(({ draftField }) => draftField !== null);
}

for (const [title, belongs] of GROUPS) {
  test(`a refusal ${title}`, async ({ page, localOrg, server }) => {
    await page.clock.install();
    const dialog = await fillInCustomer(page, NAME);
    let sent = 0;
    for (const code of FAILURE_CODES.filter(belongs)) {
      for (const error of FAILURES[code].said ?? []) {
        await test.step(`${code}: ${error.errorCode} ${error.message}`, async () => {
          await localOrg.addFault(onCreation(refusalOf(error), attemptsOf(code)));
          await create(page, dialog);
          await letRetriesPass(page, dialog, code);
          await expectRefusal(dialog, code, error);
          sent += attemptsOf(code);
          expect(await countCreations(localOrg)).toBe(sent);
          if (code === 'duplicateUsername') {
            await dialog.getByRole('textbox', { name: 'Username' }).fill(`another.${USERNAME}`);
            await dialog.getByRole('textbox', { name: 'Username' }).fill(USERNAME);
            await expect(dialog.getByText(sentenceOf(code))).toHaveCount(0);
          } else if (code === 'duplicateNickname') {
            // Only the suggested nickname is numbered.
            await dialog.getByRole('textbox', { name: 'Nickname' }).fill(NICKNAME);
          }
        });
      }
    }
    expect(await usersOf(server, NAME)).toEqual([]);
  });
}

async function letRetriesPass(page: Page, dialog: Locator, code: FailureCode): Promise<void> {
  for (let attempt = 2; code === 'locked' && attempt <= attemptsOf(code); attempt++) {
    await expect(dialog.getByText(`Trying again, ${String(attempt)} of 4.`)).toBeVisible();
    await page.clock.fastForward(5_000);
  }
}

async function expectRefusal(dialog: Locator, code: FailureCode, error: OrgError): Promise<void> {
  const { isUnclear, fixes = [] } = FAILURES[code];
  // A taken username is said once, at its field.
  if (code === 'duplicateUsername') {
    const username = dialog.getByRole('textbox', { name: 'Username' });
    await expect(username).toBeFocused();
    await expect(username).toHaveAccessibleDescription(`Username ${sentenceOf(code)}`);
    await expect(dialog.getByRole('alert')).toHaveCount(0);
    return;
  }
  const alert = dialog.getByRole('alert').first();
  await expect(alert).toContainText(sentenceOf(code));
  // A text about a lost answer is the browser's, and no message of the org.
  const quoted = expect(alert);
  await (code === 'noAnswer'
    ? quoted.not.toContainText('Salesforce says')
    : quoted.toContainText(`Salesforce says: ${error.message}`));
  await (isUnclear ? expect(alert).toContainText(LOOKED_UP) : expect(alert).not.toContainText(LOOKED_UP));
  for (const fix of fixes) {
    await expect(fixOf(dialog, FIXES[fix] ?? fix)).toBeVisible();
  }
  const field = FIELDS[error.draftField ?? '']?.(dialog);
  await (field === undefined ? expect(alert.locator('.headline')).toBeFocused() : expect(field).toBeFocused());
}

test('every failure code is tested here or with a failing look-up', () => {
  const through = FAILURE_CODES.filter((code) => (FAILURES[code].said ?? FAILURES[code].statuses) !== undefined);
  expect(FAILURE_CODES.filter((code) => !through.includes(code))).toEqual(['lookUpFailed']);
});
