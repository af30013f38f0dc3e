import { getRecord } from 'lightning/uiRecordApi';
import { contactRecord } from '../../../../../test/jest/answers.ts';
import { readyContact } from '../../../../../test/jest/facts.ts';
import { notify, openDetails, openReady, startAnew } from '../../../../../test/jest/openedAction.ts';
import { settled } from '../../../../../test/jest/screen.ts';
import { create, refusal } from '../../../../../test/jest/testOrg.ts';
import { testWire } from '../../../../../test/jest/wires.ts';

jest.mock('@salesforce/userPermission/ManagePartners', () => ({ __esModule: true, default: true }), { virtual: true });

/** The contact is deleted in another tab while the action is open, so that reading it again finds nothing [F-100]. */

const GONE = 'This contact can’t be found. It was deleted, merged into another contact';
const REFUSED = 'The contact Amélie Dubois can’t be found any more.';

/** UI API answers so about a deleted record, and about one that never was. */
async function answerThatItIsGone(): Promise<void> {
  const body = [{ errorCode: 'NOT_FOUND', message: 'The requested resource does not exist' }];
  testWire(getRecord).emitError({ status: 404, statusText: 'Not Found', body });
  await settled();
}

startAnew();

describe('a contact that is deleted while the action is open', () => {
  it('can’t be enabled after Check Again, which says so', async () => {
    const { element, screen } = await openReady();
    await screen.press('Check');
    await screen.press('Check Again');
    expect(notify).toHaveBeenCalled();
    await answerThatItIsGone();
    expect(screen.role('alert')).toEqual([expect.stringContaining(GONE)]);
    expect(['Next', 'Create User'].filter((name) => screen.hasButton(name))).toEqual([]);
    expect(create).not.toHaveBeenCalled();
    await expect(element).toBeAccessible();
  });

  it('can be enabled again after it was restored', async () => {
    const { screen } = await openReady();
    await answerThatItIsGone();
    expect(screen.hasButton('Create User')).toBe(false);
    await screen.press('Check Again');
    testWire(getRecord).emit(contactRecord());
    await settled();
    expect(screen.role('alert')).toEqual([]);
    expect(screen.button('Create User').disabled).toBe(false);
  });

  it('is named in the refusal of Create User, also after the page read it again', async () => {
    create.mockRejectedValueOnce(refusal('ENTITY_IS_DELETED', 'entity is deleted'));
    const { element, screen } = await openDetails();
    await screen.press('Create User');
    expect(screen.role('alert')[0]).toContain(REFUSED);
    expect(notify).toHaveBeenCalledWith(expect.arrayContaining([{ recordId: readyContact.id }]));
    await answerThatItIsGone();
    expect(screen.role('alert')[0]).toContain(REFUSED);
    expect(screen.role('alert')[0]).toContain('Restore it from the Recycle Bin, or open the contact that is left.');
    expect(create).toHaveBeenCalledTimes(1);
    await expect(element).toBeAccessible();
  });
});
