import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Page } from '@playwright/test';
import { textAt } from 'sf-cli/json';
import { known, type Answer } from 'sf-cli/answer';
import type { Sf, SfRefusal } from 'sf-cli/sf';
import { prepareInstalledOrg } from '../scratch-org/main.ts';
import { outcomeOf, press } from '../shared/browser/enabling.ts';
import { hostOf } from '../shared/browser/hostOf.ts';
import { createPages, pageProblem } from '../shared/browser/orgPages.ts';
import type { ShownContact } from '../shared/browser/pageHost.ts';
import { failureOf } from '../shared/sf/failure.ts';
import { createRecord, query } from '../shared/sf/records.ts';
import { quoted } from '../shared/soql.ts';
import type { StepFailure } from '../shared/runSteps.ts';

/** What makes a user in a scratch org that has the product from its packages, as its administrator would. */

export interface InstalledOrg {
  /** Works on the project. */
  readonly sf: Sf;
  readonly username: string;
  /** Without a trailing slash. */
  readonly url: string;
  /** For files that are of no use afterwards. */
  readonly folder: string;
  /** Where the last screen of a failure goes. */
  readonly picture: string;
  readonly pause: (milliseconds: number) => Promise<void>;
  readonly today: () => Date;
}

/** Gives the org a site, profiles and a page with the action. null when it succeeds. */
export async function prepare(org: InstalledOrg): Promise<StepFailure | null> {
  await mkdir(org.folder, { recursive: true });
  return prepareInstalledOrg(org, org);
}

/** Opens a contact in a browser, clicks the action and its last button, and asks the org for the user. Answers a note. */
export async function enableContact(org: InstalledOrg): Promise<string | StepFailure> {
  const contact = await createContact(org);
  if (contact.kind === 'refused') return failureOf(contact);
  const { id, name } = contact.value;
  const failure = await clickThrough(org, contact.value);
  if (failure !== null) return failure;
  const soql = `SELECT Profile.Name FROM User WHERE IsActive = true AND ContactId = ${quoted(id)}`;
  const users = await query(org.sf, org.username, soql);
  if (users.kind === 'refused') return failureOf(users);
  const [user] = users.value;
  if (user !== undefined) return `${name} is a user with the profile ${textAt(user, 'Profile', 'Name')}`;
  return {
    kind: 'failed',
    message: `the action says that ${name} has a user, and the org has none.`,
    details: [],
    todo: `look at the contact: npx sf org open --path lightning/r/Contact/${id}/view --target-org ${org.username}`
  };
}

/** null where the action ends with its success. */
async function clickThrough(org: InstalledOrg, contact: ShownContact): Promise<StepFailure | null> {
  const host = hostOf(org.url);
  const pages = createPages(org.sf);
  let page: Page | null = null;
  try {
    page = await pages.open(org);
    await host.openContact(page, contact);
    const dialog = await host.startEnabling(page);
    await press(dialog, 'Create User');
    await outcomeOf(dialog, contact.name).waitFor();
    return null;
  } catch (error) {
    const hasPicture = page !== null && (await takePicture(page, org.picture));
    return {
      kind: 'failed',
      ...pageProblem(error),
      todo: `${hasPicture ? `look at ${org.picture}, then ` : ''}run it again: the packages are made and installed.`
    };
  } finally {
    await pages.close();
  }
}

const ACCOUNT = 'Package Test';

/** A contact of this run, as that of an earlier one may have a user. */
async function createContact({ sf, username, today }: InstalledOrg): Promise<Answer<ShownContact, SfRefusal>> {
  const accounts = await query(sf, username, `SELECT Id FROM Account WHERE Name = ${quoted(ACCOUNT)}`);
  if (accounts.kind === 'refused') return accounts;
  const [existing] = accounts.value;
  const account =
    existing === undefined
      ? await createRecord(sf, username, 'Account', { Name: ACCOUNT })
      : known(textAt(existing, 'Id'));
  if (account.kind === 'refused') return account;
  const time = today().toISOString().replace(/\D/gu, '');
  const contact = await createRecord(sf, username, 'Contact', {
    FirstName: 'Package',
    LastName: `Test ${time}`,
    // The username is made of it, which no other org may have.
    Email: `test.${time}@package.example`,
    AccountId: account.value
  });
  return contact.kind === 'refused' ? contact : known({ id: contact.value, name: `Package Test ${time}` });
}

/** Whether there is one: a browser that has ended gives none. */
async function takePicture(page: Page, path: string): Promise<boolean> {
  await mkdir(dirname(path), { recursive: true });
  return page.screenshot({ path, animations: 'disabled' }).then(
    () => true,
    () => false
  );
}
