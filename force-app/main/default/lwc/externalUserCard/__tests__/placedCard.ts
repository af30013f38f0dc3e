import { createElement } from 'lwc';
import Card from 'c/externalUserCard';
import { getRecord, getRecords } from 'lightning/uiRecordApi';
import {
  type contactRecord,
  licenseResults,
  liveSiteData,
  newUserData,
  newUserNode,
  ofQuery,
  organizationNode,
  queryData,
  record,
  settingsData
} from '../../../../../test/jest/answers.ts';
import { customerProfile, readyContact } from '../../../../../test/jest/facts.ts';
import { screenOf, settled } from '../../../../../test/jest/screen.ts';
import { org } from '../../../../../test/jest/testOrg.ts';
import { testWire } from '../../../../../test/jest/wires.ts';

export const ofUser = ofQuery('ExternalUserOfContact');
export const ofSettings = ofQuery('ExternalUserSettings');
export const ofSites = ofQuery('ExternalUserSites');
export const inactiveUserData = queryData({
  User: [{ ...newUserNode, IsActive: { value: false } }],
  Organization: [organizationNode]
});
/** What the card says until it knows enough. */
export const loading = 'Checking…';

const asksAccount = ({ optionalFields }: Readonly<Record<string, unknown>>) => optionalFields !== undefined;
const asksName = (config: Readonly<Record<string, unknown>>) => !asksAccount(config);

/** Places the card with the defaults of App Builder. */
export async function place(changes: object = {}) {
  const element = createElement('c-external-user-card', { is: Card });
  Object.assign(element, { recordId: readyContact.id, showSites: true, showActions: true }, changes);
  document.body.appendChild(element);
  await settled();
  testWire(getRecord).emit(record('Contact', readyContact.id, { Name: readyContact.name }), asksName);
  await settled();
  return { element, screen: screenOf(element) };
}

/** Answers with the user, and then with the license and the sites. */
async function answerWith(user: unknown): Promise<void> {
  org.emit(user, ofUser);
  await settled();
  org.emit(liveSiteData, ofSites);
  org.emit(settingsData(), ofSettings);
  testWire(getRecords).emit(licenseResults(customerProfile));
  await settled();
}

/** Places the card of a contact with an active user, whose license and sites are read. */
export async function placeWithUser(changes?: object) {
  const placed = await place(changes);
  await answerWith(newUserData);
  return placed;
}

/** Places the card of an inactive user whose contact is read as `contact`. */
export async function placeInactive(contact: ReturnType<typeof contactRecord>) {
  const placed = await place();
  await answerWith(inactiveUserData);
  expect(placed.screen.text()).toContain(loading);
  testWire(getRecord).emit(contact, asksAccount);
  await settled();
  return placed;
}
