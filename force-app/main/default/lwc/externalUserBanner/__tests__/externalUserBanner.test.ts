import { createElement } from 'lwc';
import Banner from 'c/externalUserBanner';
import { summarizeChecks, type Finding, type FindingStatus } from 'c/externalUserRules';
import { screenOf, settled } from '../../../../../test/jest/screen.ts';

function findingsOf(...statuses: readonly FindingStatus[]): readonly Finding[] {
  return statuses.map((status) => ({ check: 'site', code: 'siteLive', status, record: null, words: [], fix: null }));
}

async function show(statuses: readonly FindingStatus[], changes: object = {}) {
  const element = createElement('c-external-user-banner', { is: Banner });
  Object.assign(element, { checks: summarizeChecks(findingsOf(...statuses)), canShowChecks: true }, changes);
  document.body.appendChild(element);
  await settled();
  return { element, screen: screenOf(element) };
}

afterEach(() => {
  document.body.replaceChildren();
});

const COME_BACK = 'Fix it and come back to this tab. The checks run again by themselves. Show checks';

describe('the banner', () => {
  it.each([
    [['pending'], 'Checking…'],
    [['pass', 'pass'], 'Ready All 2 checks passed. Show checks'],
    [['pass', 'pass', 'unknown'], 'Ready 2 checks passed, 1 we can’t see from here. Show checks'],
    [['pass', 'warning'], 'You can go on, but read this first: 1 1 check passed Show checks'],
    [['blocked', 'pass'], `Not yet: 1 thing to fix ${COME_BACK}`],
    [['blocked', 'blocked'], `Not yet: 2 things to fix ${COME_BACK}`]
  ] as const)('says of %j: %s', async (statuses, words) => {
    const { element, screen } = await show(statuses);
    expect(screen.role('status')).toEqual([words]);
    await expect(element).toBeAccessible();
  });

  it('says why there is no contact', async () => {
    const { element, screen } = await show(['pending'], { problem: 'gone' });
    expect(screen.role('alert')[0]).toContain('This contact can’t be found.');
    await expect(element).toBeAccessible();
  });

  it('asks for the checks, where they are elsewhere', async () => {
    const { element, screen } = await show(['pass']);
    const moved = jest.fn();
    element.addEventListener('move', ({ detail }: CustomEventInit<unknown>) => {
      moved(detail);
    });
    await screen.press('Show checks');
    expect(moved).toHaveBeenCalledWith('check');
    Object.assign(element, { canShowChecks: false });
    await settled();
    expect(screen.hasButton('Show checks')).toBe(false);
  });
});
