import { getObjectInfo, getPicklistValues } from 'lightning/uiObjectInfoApi';
import { getRecord } from 'lightning/uiRecordApi';
import {
  noUserData,
  noUsersOfAccount,
  contactRecord,
  ofQuery,
  picklist,
  queryData,
  userObjectInfo
} from '../../../../../test/jest/answers.ts';
import { open, startAnew } from '../../../../../test/jest/openedAction.ts';
import { settled, unfold, type Screen } from '../../../../../test/jest/screen.ts';
import { answerOfOrg, org } from '../../../../../test/jest/testOrg.ts';
import { UniqueNames } from '../../../../../test/jest/uniqueNames.ts';
import { testWire } from '../../../../../test/jest/wires.ts';

jest.mock('@salesforce/userPermission/ManagePartners', () => ({ __esModule: true, default: true }), { virtual: true });

startAnew();

const COUNT = 25;
const NUMBERS = Array.from({ length: COUNT }, (_item, index) => index + 1);
const MAILBOX = 'Office@inbox.example';

function contactId(number: number): string {
  return `00300001000${String(number).padStart(4, '0')}AAA`;
}

/** Opens the action for a contact of the mailbox and answers all that it asks. */
async function openFor(number: number, names: UniqueNames): Promise<Screen> {
  const { screen } = open(contactId(number));
  await settled();
  const person = { FirstName: 'Person', LastName: String(number), Name: `Person ${String(number)}`, Email: MAILBOX };
  testWire(getRecord).emit({ ...contactRecord(person), id: contactId(number) });
  org.emit(noUserData, ofQuery('ExternalUserOfContact'));
  org.emit(noUsersOfAccount, ofQuery('ExternalUsersOfAccount'));
  await answerOfOrg({});
  testWire(getObjectInfo).emit(userObjectInfo);
  for (const [field, value] of Object.entries({
    TimeZoneSidKey: 'Europe/Stockholm',
    LocaleSidKey: 'sv_SE',
    LanguageLocaleKey: 'en_US'
  })) {
    testWire(getPicklistValues).emit(picklist([value, value]), ({ fieldApiName }) => fieldApiName === `User.${field}`);
  }
  await settled();
  await unfold(screen);
  org.emit(names.namesInOrg(), ofQuery('ExternalUserNamesInUse'));
  await settled();
  return screen;
}

it('25 contacts of one mailbox that are enabled one after the other become 25 users with names of their own.', async () => {
  const names = new UniqueNames();
  names.answerCreations();
  for (const number of NUMBERS) {
    const screen = await openFor(number, names);
    org.refresh.mockImplementation(() => {
      const made = names.usersOfContacts().filter(({ ContactId }) => isValue(ContactId, contactId(number)));
      org.emit(queryData({ User: made, Organization: [] }), ofQuery('ExternalUserOfContact'));
      return Promise.resolve();
    });
    const [use] = screen.find('button').filter(({ textContent }) => /^Use office\d+@/u.test(textContent.trim()));
    use?.click();
    await settled();
    await screen.press('Create User');
    expect(screen.text()).toContain(`office${number === 1 ? '' : String(number - 1)}@inbox.example`);
    expect(names.made).toHaveLength(number);
    document.body.replaceChildren();
  }
  const numbers = NUMBERS.map((number) => (number === 1 ? '' : String(number - 1)));
  expect(names.made).toEqual(
    NUMBERS.map((number, index) => ({
      contactId: contactId(number),
      username: `office${numbers[index] ?? ''}@inbox.example`,
      nickname: `Office${numbers[index] ?? ''}`
    }))
  );
});

function isValue(field: unknown, value: string): boolean {
  return typeof field === 'object' && field !== null && 'value' in field && field.value === value;
}
