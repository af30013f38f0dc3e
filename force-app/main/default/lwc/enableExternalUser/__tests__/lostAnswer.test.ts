import { newUserData } from '../../../../../test/jest/answers.ts';
import { settled } from '../../../../../test/jest/screen.ts';
import { create, refusal } from '../../../../../test/jest/testOrg.ts';
import {
  creationMakes,
  lookUpsAfterCreation,
  nextLookUpFinds,
  openDetails,
  startAnew
} from '../../../../../test/jest/openedAction.ts';

jest.mock('@salesforce/userPermission/ManagePartners', () => ({ __esModule: true, default: true }), { virtual: true });

const created = 'Amélie Dubois now has a user';
const lostAnswer = new TypeError('Failed to fetch');

startAnew();

describe('an answer that is lost', () => {
  const unresolved = 'We don’t know whether a user was created: looking failed too.';

  it('after the user was created ends in the outcome, and nothing is sent twice', async () => {
    create.mockRejectedValueOnce(lostAnswer);
    creationMakes(newUserData);
    const { element, screen } = await openDetails();
    await screen.press('Create User');
    expect(screen.text()).toContain(created);
    expect(screen.text()).toContain('The answer got lost, so we looked: there is this one user.');
    expect(create).toHaveBeenCalledTimes(1);
    await expect(element).toBeAccessible();
  });

  it.each([
    ['an error', refusal('UNKNOWN_EXCEPTION', 'ErrorId: 42-7'), 500, 'An error came back (HTTP 500), so we looked:'],
    ['a page', { body: '<html></html>' }, 200, 'The answer couldn’t be read, so we looked:']
  ])('is not said of %s that came instead', async (_what, rejection, status, sentence) => {
    create.mockRejectedValueOnce({ ...rejection, status });
    creationMakes(newUserData);
    const { screen } = await openDetails();
    await screen.press('Create User');
    expect(screen.text()).toContain(sentence);
    expect(screen.text()).not.toContain('got lost');
  });

  it('before the user was created is reported, and the user can be sent again', async () => {
    create.mockRejectedValueOnce(lostAnswer);
    const { element, screen } = await openDetails();
    await screen.press('Create User');
    const [alert] = screen.role('alert');
    expect(alert).toContain('No answer came from Salesforce.');
    expect(alert).toContain('We looked: no user was created.');
    await expect(element).toBeAccessible();
    creationMakes(newUserData);
    await screen.press('Create User');
    expect(create).toHaveBeenCalledTimes(2);
    expect(screen.text()).toContain(created);
    expect(screen.text()).not.toContain('so we looked: there is this one user.');
  });

  it('stays open when the look-up fails too, and the next try looks first', async () => {
    create.mockRejectedValueOnce(lostAnswer);
    lookUpsAfterCreation(() => Promise.reject(new TypeError('Failed to fetch')));
    const { element, screen } = await openDetails();
    await screen.press('Create User');
    expect(screen.role('alert')[0]).toContain(unresolved);
    await expect(element).toBeAccessible();
    nextLookUpFinds(newUserData);
    await screen.press('Create User');
    expect(screen.text()).toContain(created);
    expect(create).toHaveBeenCalledTimes(1);
  });

  it('stays open after changed fields and after going back', async () => {
    create.mockRejectedValueOnce(lostAnswer);
    lookUpsAfterCreation(() => Promise.reject(new TypeError('Failed to fetch')));
    const { screen } = await openDetails();
    await screen.press('Create User');
    await screen.press('Check');
    await screen.press('Next');
    await screen.fillIn('Username', 'amelie@portal.example');
    nextLookUpFinds(newUserData);
    await screen.press('Create User');
    expect(create).toHaveBeenCalledTimes(1);
    expect(screen.text()).toContain(created);
  });

  it.each([
    [
      'a server error',
      'Salesforce couldn’t finish the request.',
      { ok: false, status: 503, statusText: 'Service Unavailable', body: '<html></html>' },
      nextLookUpFinds
    ],
    [
      'an account that is locked',
      'Another change holds the account Northwind Ångström AB at this moment.',
      refusal('UNABLE_TO_LOCK_ROW', 'unable to obtain exclusive access to this record'),
      creationMakes
    ]
  ])(
    'includes %s: it is retried after a wait, and the screen says so',
    async (_what, sentence, rejection, laterFind) => {
      jest.useFakeTimers();
      create.mockRejectedValueOnce(rejection);
      const { element, screen } = await openDetails();
      await screen.press('Create User');
      expect(screen.role('status')).toContain(`${sentence} Trying again, 2 of 4.`);
      laterFind(newUserData);
      jest.runOnlyPendingTimers();
      jest.useRealTimers();
      await settled();
      expect(screen.text()).toContain(created);
      await expect(element).toBeAccessible();
    }
  );
});
