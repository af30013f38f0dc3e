import { getRecord } from 'lightning/uiRecordApi';
import { contactRecord } from '../../../../../test/jest/answers.ts';
import { settled } from '../../../../../test/jest/screen.ts';
import { testWire } from '../../../../../test/jest/wires.ts';
import { notify, openReady, startAnew } from '../../../../../test/jest/openedAction.ts';

jest.mock('@salesforce/userPermission/ManagePartners', () => ({ __esModule: true, default: true }), { virtual: true });
jest.mock('@salesforce/userPermission/ManageNetworks', () => ({ __esModule: true, default: true }), { virtual: true });

const withoutAccount = contactRecord({ AccountId: null, Account: null });

startAnew();

describe('coming back to the tab', () => {
  const later = (milliseconds: number): void => {
    jest.spyOn(Date, 'now').mockReturnValue(new Date('2026-01-01').getTime() + milliseconds);
  };

  beforeEach(() => {
    later(0);
  });

  afterEach(() => {
    jest.restoreAllMocks();
  });

  async function comeBack(): Promise<void> {
    window.dispatchEvent(new CustomEvent('focus'));
    document.dispatchEvent(new CustomEvent('visibilitychange'));
    await settled();
  }

  it('checks again, and the form opens when nothing is in the way any more', async () => {
    const { screen } = await openReady({ contact: withoutAccount });
    later(5000);
    await comeBack();
    expect(notify).toHaveBeenCalledTimes(2);
    testWire(getRecord).emit(contactRecord());
    await settled();
    expect(screen.hasButton('Create User')).toBe(true);
  });

  it('checks only once in a while', async () => {
    await openReady({ contact: withoutAccount });
    later(1000);
    await comeBack();
    expect(notify).not.toHaveBeenCalled();
  });

  it('leaves a person alone who has typed', async () => {
    const { screen } = await openReady();
    await screen.fillIn('Username', 'amelie@else.example');
    later(5000);
    await comeBack();
    expect(notify).not.toHaveBeenCalled();
  });

  it('does nothing once the action is closed', async () => {
    const { element } = await openReady({ contact: withoutAccount });
    element.remove();
    later(5000);
    await comeBack();
    expect(notify).not.toHaveBeenCalled();
  });
});
