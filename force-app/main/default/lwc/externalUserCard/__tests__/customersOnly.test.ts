import { createElement } from 'lwc';
import Card from 'c/externalUserCard';
import { getRecord, getRecords } from 'lightning/uiRecordApi';
import {
  contactRecord,
  licenseResults,
  liveSiteData,
  newUserNode,
  ofQuery,
  organizationNode,
  queryData,
  settingsData
} from '../../../../../test/jest/answers.ts';
import { customerProfile, readyContact } from '../../../../../test/jest/facts.ts';
import { screenOf, settled } from '../../../../../test/jest/screen.ts';
import { org } from '../../../../../test/jest/testOrg.ts';
import { testWire } from '../../../../../test/jest/wires.ts';

jest.mock('@salesforce/userPermission/ManageCssUsers', () => ({ __esModule: true, default: true }), { virtual: true });

const NEEDS = 'For partner users, ask an admin for Manage External Users.';

/** Places the card of an inactive user of this type. */
async function placeInactive(userType: string) {
  const element = createElement('c-external-user-card', { is: Card });
  Object.assign(element, { recordId: readyContact.id, showSites: true, showActions: true });
  document.body.appendChild(element);
  await settled();
  const user = { ...newUserNode, IsActive: { value: false }, UserType: { value: userType } };
  org.emit(queryData({ User: [user], Organization: [organizationNode] }), ofQuery('ExternalUserOfContact'));
  await settled();
  org.emit(liveSiteData, ofQuery('ExternalUserSites'));
  org.emit(settingsData(), ofQuery('ExternalUserSettings'));
  testWire(getRecords).emit(licenseResults(customerProfile));
  testWire(getRecord).emit(contactRecord());
  await settled();
  return { element, screen: screenOf(element) };
}

it.each([
  ['doesn’t offer to reactivate a partner user', 'PowerPartner', true],
  ['offers to reactivate a customer user', 'CspLitePortal', false]
])('The card %s to a person who may manage customer users only.', async (_what, userType, isDisabled) => {
  const { element, screen } = await placeInactive(userType);
  expect(screen.button('Reactivate User').disabled).toBe(isDisabled);
  expect(screen.text().includes(NEEDS)).toBe(isDisabled);
  await expect(element).toBeAccessible();
  element.remove();
});
