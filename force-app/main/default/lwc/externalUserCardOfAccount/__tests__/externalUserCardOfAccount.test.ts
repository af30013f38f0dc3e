import { createElement } from 'lwc';
import CardOfAccount from 'c/externalUserCardOfAccount';
import { getRecord } from 'lightning/uiRecordApi';
import { record } from '../../../../../test/jest/answers.ts';
import { account, readyContact } from '../../../../../test/jest/facts.ts';
import { screenOf, settled } from '../../../../../test/jest/screen.ts';
import { testWire } from '../../../../../test/jest/wires.ts';

const noAccess = { status: 403, body: [{ errorCode: 'INSUFFICIENT_ACCESS', message: 'insufficient access rights' }] };

const ofAccount = ({ recordId }: Readonly<Record<string, unknown>>): boolean => recordId === account.id;

/** Shows the card as the platform does: it sets `recordId` after connecting the component. */
async function show() {
  const element = createElement('c-external-user-card-of-account', { is: CardOfAccount });
  Object.assign(element, { cardTitle: '', showSites: true, showActions: true });
  document.body.appendChild(element);
  element.recordId = account.id;
  await settled();
  return { element, screen: screenOf(element) };
}

async function answer(fields: Readonly<Record<string, string | boolean | null>>): Promise<void> {
  testWire(getRecord).emit(record('Account', account.id, { Name: account.name, ...fields }), ofAccount);
  await settled();
}

afterEach(() => {
  document.body.replaceChildren();
});

describe('the card of an account', () => {
  it('is the card of the contact for a person account, as App Builder sets it', async () => {
    const { element, screen } = await show();
    await answer({ IsPersonAccount: true, PersonContactId: readyContact.id });
    expect(screen.find('c-external-user-card')).toMatchObject([
      { recordId: readyContact.id, cardTitle: '', showSites: true, showActions: true }
    ]);
    await expect(element).toBeAccessible();
  });

  it('stays when reading the account again fails, and goes when the page shows another one', async () => {
    const { element, screen } = await show();
    await answer({ IsPersonAccount: true, PersonContactId: readyContact.id });
    testWire(getRecord).emitError(noAccess, ofAccount);
    await settled();
    expect(screen.find('c-external-user-card')).toHaveLength(1);
    element.recordId = '001000010000002AAA';
    await settled();
    expect(screen.find('c-external-user-card')).toHaveLength(0);
  });

  it.each([
    ['a company', { IsPersonAccount: false, PersonContactId: null }],
    ['any account of an org without person accounts', {}]
  ])('leads from %s to its contacts', async (_which, fields) => {
    const { element, screen } = await show();
    await answer(fields);
    expect(screen.role('status')).toEqual([`${account.name} is a company. Its contacts show their external users.`]);
    await expect(element).toBeAccessible();
  });

  it('says who helps where the contact of a person account can’t be read', async () => {
    const { screen } = await show();
    await answer({ IsPersonAccount: true });
    expect(screen.role('status')).toEqual([
      `We can’t see the contact of ${account.name}. Ask an admin for access to it.`
    ]);
  });
});
