import { createElement } from 'lwc';
import EnableExternalUserOfAccount from 'c/enableExternalUserOfAccount';
import { getRecord } from 'lightning/uiRecordApi';
import { contactRecord, record } from '../../../../../test/jest/answers.ts';
import { account, readyContact } from '../../../../../test/jest/facts.ts';
import { navigate } from '../../../../../test/jest/lightning/navigation.ts';
import { screenOf, settled } from '../../../../../test/jest/screen.ts';
import { testWire } from '../../../../../test/jest/wires.ts';

const noAccess = { status: 403, body: [{ errorCode: 'INSUFFICIENT_ACCESS', message: 'insufficient access rights' }] };

const ofAccount = ({ recordId }: Readonly<Record<string, unknown>>): boolean => recordId === account.id;

/** Opens the action as the platform does: it sets `recordId` after connecting the component. */
async function open() {
  const element = createElement('c-enable-external-user-of-account', { is: EnableExternalUserOfAccount });
  document.body.appendChild(element);
  element.recordId = account.id;
  await settled();
  return { element, screen: screenOf(element) };
}

async function answer(fields: Readonly<Record<string, string | boolean | null | undefined>>): Promise<void> {
  testWire(getRecord).emit(record('Account', account.id, { Name: account.name, ...fields }), ofAccount);
  await settled();
}

const asked = (): unknown => testWire(getRecord).getLastConfig()?.['recordId'];

afterEach(() => {
  document.body.replaceChildren();
});

describe('the quick action on an account', () => {
  it('opens the action of contacts for the contact of a person account', async () => {
    const { screen } = await open();
    expect(asked()).toBe(account.id);
    await answer({ IsPersonAccount: true, PersonContactId: readyContact.id });
    expect(asked()).toBe(readyContact.id);
    testWire(getRecord).emit(contactRecord(), ({ recordId }) => recordId === readyContact.id);
    await settled();
    expect(screen.find('c-external-user-contact-facts')).toHaveLength(1);
    expect(screen.hasButton('Open Contacts')).toBe(false);
  });

  it('keeps the form that is open when reading the account again fails', async () => {
    const { screen } = await open();
    await answer({ IsPersonAccount: true, PersonContactId: readyContact.id });
    testWire(getRecord).emitError(noAccess, ofAccount);
    await settled();
    expect(screen.find('c-external-user-contact-facts')).toHaveLength(1);
  });

  it.each([
    ['a company', { IsPersonAccount: false, PersonContactId: null }],
    ['any account of an org without person accounts', {}]
  ])('sends a person from %s to its contacts', async (_title, fields) => {
    const { element, screen } = await open();
    await answer(fields);
    const [sentence] = screen.role('status');
    expect(sentence).toContain(`Open a contact of ${account.name}`);
    expect(sentence).toContain('person accounts only');
    await expect(element).toBeAccessible();
    await screen.press('Open Contacts');
    expect(navigate.mock.lastCall?.[0]).toMatchObject({
      type: 'standard__recordRelationshipPage',
      attributes: { recordId: account.id, relationshipApiName: 'Contacts' }
    });
  });

  it('says who helps where the contact of a person account can’t be read', async () => {
    const { screen } = await open();
    await answer({ IsPersonAccount: true });
    expect(screen.role('status')).toEqual([
      `We can’t see the contact of ${account.name}. Ask an admin for access to it.`
    ]);
    expect(screen.hasButton('Open Contacts')).toBe(false);
  });

  it.each([
    ['hidden or deleted', noAccess, /^We can’t find this account\./u],
    ['not answered', { status: 503, body: 'Service Unavailable' }, /^Salesforce didn’t answer about this account\./u]
  ])('says that the account is %s', async (_title, error, sentence) => {
    const { element, screen } = await open();
    testWire(getRecord).emitError(error, ofAccount);
    await settled();
    expect(screen.role('status')).toEqual([expect.stringMatching(sentence)]);
    const closed = jest.fn();
    element.addEventListener('lightning__actionsclosescreen', closed);
    await screen.press('Close');
    expect(closed).toHaveBeenCalled();
  });
});
