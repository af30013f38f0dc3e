import { known } from 'c/externalUserRules';
import { licenseResults, ofQuery } from '../../../../../test/jest/answers.ts';
import { customerLicense, customerProfile, partnerProfile } from '../../../../../test/jest/facts.ts';
import {
  contactId,
  contactNode,
  createUsers,
  openReady,
  rowOf,
  startAnew,
  tabsOf,
  usersData
} from '../../../../../test/jest/openedScreen.ts';
import { settled } from '../../../../../test/jest/screen.ts';
import { create, org } from '../../../../../test/jest/testOrg.ts';
import { UniqueNames, type Named } from '../../../../../test/jest/uniqueNames.ts';

jest.mock('@salesforce/userPermission/ManagePartners', () => ({ __esModule: true, default: true }), { virtual: true });

startAnew();

const COUNT = 25;
const NUMBERS = Array.from({ length: COUNT }, (_item, index) => index + 1);
const license = known({ ...customerLicense, total: known(100) });
const seats = { licenses: licenseResults({ ...customerProfile, license }, partnerProfile) };

/** Opens the screen for contacts of one mailbox, in an org with these users. */
async function openMailbox(holders: readonly Named[]) {
  const names = new UniqueNames(holders);
  const contacts = NUMBERS.map((number) => contactNode(number, { Email: { value: 'Office@inbox.example' } }));
  const shown = await openReady(COUNT, { contacts, ...seats });
  names.answerCreations();
  org.refresh.mockImplementation(() => {
    org.emit(usersData(names.usersOfContacts()), ofQuery('ExternalUsersOfContacts'));
    return Promise.resolve();
  });
  return { shown, names };
}

const ofThisOrg: readonly Named[] = ['', '1', '2', '7'].map((number, index) => ({
  username: `OFFICE${number}@inbox.example`,
  nickname: `Office${number}`,
  contactId: contactId(900 + index)
}));
const ofAnotherOrg = ofThisOrg.map((user) => ({ ...user, contactId: null }));

describe('25 contacts of one mailbox', () => {
  it.each([
    ['nobody has their names', [], true, false],
    ['users that the page can see have some of their names', ofThisOrg, true, false],
    ['users that the page can’t see have some of their names', ofThisOrg, false, true],
    ['users of another org have some of their names', ofAnotherOrg, true, true]
  ])('become 25 users with names of their own where %s', async (_what, holders, isShown, hasRefusals) => {
    const { shown, names } = await openMailbox(holders);
    if (isShown) {
      org.emit(names.namesInOrg(), ofQuery('ExternalUserNamesTaken'));
      await settled();
    }
    await createUsers(shown, COUNT);
    for (let turn = 0; turn < COUNT && names.made.length < COUNT; turn++) {
      await settled();
    }
    await settled();

    expect(tabsOf(shown)).toBe(`Created ${String(COUNT)}`);
    const all = [...holders, ...names.made];
    expect(new Set(names.made.map(({ contactId: id }) => id))).toEqual(new Set(NUMBERS.map(contactId)));
    expect(new Set(all.map(({ username }) => username.toLowerCase())).size).toBe(all.length);
    expect(new Set(names.made.map(({ nickname }) => nickname.toLowerCase())).size).toBe(COUNT);
    for (const number of NUMBERS) {
      const made = names.made.find(({ contactId: id }) => id === contactId(number));
      expect(rowOf(shown, number)).toContain(`Person ${String(number)}Northwind`);
      expect(rowOf(shown, number)).toContain(` | ${made?.username ?? 'no user'}`);
    }
    // A request is refused only where the page could not know the name.
    expect(create.mock.calls.length > COUNT).toBe(hasRefusals);
  });
});
