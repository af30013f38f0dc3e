import { settled } from '../../../../../test/jest/screen.ts';
import { create, refusal } from '../../../../../test/jest/testOrg.ts';
import {
  createUsers,
  openReady,
  rowOf,
  startAnew,
  tabsOf,
  flowScreen,
  refuseOnce
} from '../../../../../test/jest/openedScreen.ts';

jest.mock('@salesforce/userPermission/ManagePartners', () => ({ __esModule: true, default: true }), { virtual: true });

startAnew();

const noRight = refusal('INSUFFICIENT_ACCESS_OR_READONLY', 'You cannot do this.');

/** Requests wait until they are answered, one after the other. */
function hold(): () => Promise<void> {
  const yes = create.getMockImplementation();
  const waiting: (() => void)[] = [];
  create.mockImplementation(async (input) => {
    await new Promise<void>((resolve) => waiting.push(resolve));
    return yes?.(input) ?? Promise.reject(new Error());
  });
  return async () => {
    waiting.shift()?.();
    await settled();
  };
}

describe('before a run has ended', () => {
  it('the flow can’t leave the screen', async () => {
    const finish = hold();
    const { element, screen } = await openReady(1);
    const flow = flowScreen(element);
    expect(flow.validate()).toEqual({ isValid: true, errorMessage: '' });
    await createUsers({ screen }, 1);
    expect(flow.validate()).toEqual({
      isValid: false,
      errorMessage: 'Users are being created. Wait for the end, or click Stop.'
    });
    await finish();
    expect(flow.validate()).toEqual({ isValid: true, errorMessage: '' });
  });

  it('the screen shows how far it is, and tells screen readers at each quarter', async () => {
    const finish = hold();
    const { element, screen } = await openReady(8);
    await createUsers({ screen }, 8);
    expect(screen.text()).toContain('Creating users… 0 of 8');
    expect(screen.text()).toContain('Customer Community · 17 of 20 seats free');
    expect(screen.role('status')).toEqual(['Creating users… 0 of 8']);
    await finish();
    expect(screen.text()).toContain('Creating users… 1 of 8');
    // A number that is not the shown one is nowhere.
    expect(screen.role('status')).toEqual(['']);
    expect(screen.text()).toContain('Customer Community · 16 of 20 seats free');
    await finish();
    expect(screen.role('status')).toEqual(['Creating users… 2 of 8']);
    expect(screen.find('[role=progressbar]')[0]?.getAttribute('aria-valuenow')).toBe('2');
    await expect(element).toBeAccessible();
  });

  it('each row shows its state in its place, also in a second run', async () => {
    const finish = hold();
    const shown = await openReady(6);
    await createUsers(shown, 6);
    const states = (): readonly string[] =>
      [1, 2, 3, 4, 5, 6].map((number) => rowOf(shown, number).split(' | ')[1] ?? '');
    expect(states()).toEqual(['Creating…', 'Creating…', 'Creating…', 'Creating…', 'Waiting', 'Waiting']);
    await finish();
    expect(states()).toEqual(['Created', 'Creating…', 'Creating…', 'Creating…', 'Creating…', 'Waiting']);
    await expect(shown.element).toBeAccessible();
    refuseOnce({ 6: noRight });
    for (let count = 0; count < 5; count++) {
      await finish();
    }
    expect(tabsOf(shown)).toBe('Created 5 · Not created 1');
    hold();
    await shown.screen.press('Try Again (1)');
    expect(states()).toEqual(['', '', '', '', '', 'Creating…']);
    expect(rowOf(shown, 6)).not.toContain('You cannot do this.');
  });

  it('Pause sends nothing more, Resume goes on, and the keyboard stays where it was', async () => {
    const finish = hold();
    const { element, screen } = await openReady(6);
    await createUsers({ screen }, 6);
    await screen.press('Pause');
    expect(screen.text()).toContain('Finishing what was sent… 0 of 6');
    for (let count = 0; count < 4; count++) {
      await finish();
    }
    expect(create).toHaveBeenCalledTimes(4);
    expect(screen.text()).toContain('Paused.');
    await expect(element).toBeAccessible();
    await screen.press('Resume');
    await finish();
    await finish();
    expect(tabsOf({ screen })).toBe('Created 6');
  });

  it('Stop ends what was sent, and leaves the rest not started', async () => {
    const finish = hold();
    const { screen } = await openReady(6);
    await createUsers({ screen }, 6);
    await screen.press('Stop');
    for (let count = 0; count < 4; count++) {
      await finish();
    }
    expect(create).toHaveBeenCalledTimes(4);
    expect(tabsOf({ screen })).toBe('Created 4 · Not started 2');
  });

  it('a screen that is taken away sends nothing more', async () => {
    const finish = hold();
    const { element, screen } = await openReady(6);
    await createUsers({ screen }, 6);
    element.remove();
    for (let count = 0; count < 4; count++) {
      await finish();
    }
    expect(create).toHaveBeenCalledTimes(4);
  });
});
