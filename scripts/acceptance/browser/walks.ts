import type { Locator } from '@playwright/test';
import { demo } from '../../scratch-org/main.ts';
import { chooseKind, outcomeOf, press } from '../../shared/browser/enabling.ts';
import type { ShownContact } from '../../shared/browser/pageHost.ts';
import { createUsers } from '../../shared/browser/planning.ts';
import { askVerdict, confirmVerdict } from '../../shared/browser/reviewing.ts';
import { demoContact, expectNoUser, ownContact, profileOfUser, profileOfUserInTime, requestAccess } from './records.ts';
import type { Walk, Walker } from './walk.ts';

/** Every way to a user that has a page. */
export const WALKS: readonly Walk[] = [
  { name: 'customer', title: 'Page: a ready contact becomes a customer', go: makeCustomer },
  { name: 'partner', title: 'Page: an account becomes a partner’s, and its contact a partner', go: makePartner },
  { name: 'blocked', title: 'Page: a contact whose account owner has no role is blocked', go: meetBlocker },
  { name: 'salesOps', title: 'Page: somebody who is no administrator makes a user', go: makeAsSalesOps },
  { name: 'list', title: 'Page: the list button makes users of two contacts', go: makeFromList },
  { name: 'approval', title: 'Page: an approver approves, and a flow makes the user', go: approve }
];

async function makeCustomer(walker: Walker): Promise<string> {
  const contact = await demoContact(walker, demo.READY_CONTACT);
  const dialog = await open(walker, contact);
  return create(walker, dialog, contact);
}

async function makePartner(walker: Walker): Promise<string> {
  const contact = await demoContact(walker, demo.FUTURE_PARTNER);
  const dialog = await open(walker, contact);
  await chooseKind(dialog, 'Partner');
  await press(dialog, 'Enable as Partner Account');
  await press(dialog, 'Enable Partner Account');
  return create(walker, dialog, contact);
}

async function meetBlocker(walker: Walker): Promise<string> {
  const contact = await demoContact(walker, demo.CONTACT_OF_OWNER_WITHOUT_ROLE);
  const dialog = await open(walker, contact);
  await dialog.getByRole('heading', { name: /^Not yet: /u }).waitFor();
  await dialog.getByText('The account owner has no role.').waitFor();
  await expectNoUser(walker, contact);
  return 'says “The account owner has no role.”';
}

async function makeAsSalesOps(walker: Walker): Promise<string> {
  const contact = await ownContact(walker, 'Sales');
  const { orgId, salesOpsId } = walker.state.demo;
  // The org's definition allows it. Source: Metadata API, SecuritySettings, enableAdminLoginAsAnyUser.
  await walker.host.logInAs(walker.page, { id: salesOpsId, orgId });
  const dialog = await open(walker, contact);
  return create(walker, dialog, contact);
}

async function makeFromList(walker: Walker): Promise<string> {
  const contacts = [await ownContact(walker, 'First'), await ownContact(walker, 'Second')];
  const plan = await walker.host.openPlan(walker.page, contacts);
  await createUsers(plan, contacts.length);
  await plan
    .getByText(`${String(contacts.length)} users created.`)
    .first()
    .waitFor();
  const profiles = await Promise.all(contacts.map((contact) => profileOfUser(walker, contact)));
  return `two users: ${profiles.join(', ')}`;
}

async function approve(walker: Walker): Promise<string> {
  const contact = await ownContact(walker, 'Asked');
  await requestAccess(walker, contact);
  const place = await walker.host.openReview(walker.page);
  await askVerdict(place, 'Approve', contact.name);
  await confirmVerdict(place, 'Approve');
  await place
    .getByText(/ · (?:Approved|Enabled)/u)
    .first()
    .waitFor();
  return `a user in the background: ${await profileOfUserInTime(walker, contact)}`;
}

async function open({ page, host }: Walker, contact: ShownContact): Promise<Locator> {
  await host.openContact(page, contact);
  return host.startEnabling(page);
}

async function create(walker: Walker, dialog: Locator, contact: ShownContact): Promise<string> {
  await press(dialog, 'Create User');
  await outcomeOf(dialog, contact.name).waitFor();
  return `a user with the profile ${await profileOfUser(walker, contact)}`;
}
