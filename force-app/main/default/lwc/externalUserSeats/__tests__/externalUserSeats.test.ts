import { createElement } from 'lwc';
import Seats from 'c/externalUserSeats';
import { known, unknown, type License } from 'c/externalUserRules';
import { customerLicense, fullLicense, loginLicense } from '../../../../../test/jest/facts.ts';
import { screenOf, settled } from '../../../../../test/jest/screen.ts';

const hiddenCounts: License = { ...customerLicense, used: unknown('noAccess') };
const noneBought: License = { ...loginLicense, name: 'Login', total: known(0) };
const ofLogins: License = { ...noneBought, total: known(20), used: known(15) };
const nearlyFull: License = { ...customerLicense, used: known(19) };
const overdrawn: License = { ...customerLicense, total: known(2) };

async function show(properties: { license: License | undefined }) {
  const element = createElement('c-external-user-seats', { is: Seats });
  Object.assign(element, properties);
  document.body.appendChild(element);
  await settled();
  return { element, screen: screenOf(element) };
}

afterEach(() => {
  document.body.replaceChildren();
});

describe('the seats of a license', () => {
  it.each([
    ['enough', { license: customerLicense }, 'Customer Community · 17 of 20 seats free', []],
    ['none left', { license: fullLicense }, 'Customer Community · 0 of 20 seats free', ['100%']],
    ['few left', { license: nearlyFull }, 'Customer Community · 1 of 20 seats free', ['95%']],
    ['more used than bought', { license: overdrawn }, 'Customer Community · 0 of 2 seats free', ['100%']],
    ['no log-ins bought', { license: noneBought }, 'Login · 0 of 0 seats free; log-ins count per month', []],
    ['enough, of log-ins', { license: ofLogins }, 'Login · 5 of 20 seats free; log-ins count per month', []]
  ])('appear as a sentence, and as a bar if few are left: %s', async (_what, properties, sentence, widths) => {
    const { element, screen } = await show(properties);
    expect(screen.text()).toBe(sentence);
    expect(screen.find('.slds-progress-bar__value').map(({ style }) => style.width)).toEqual(widths);
    await expect(element).toBeAccessible();
  });

  it.each([
    [
      'the seats of a license that counts log-ins are hidden',
      { license: loginLicense },
      'Customer Community Login · log-ins count per month'
    ],
    ['their count can’t be read', { license: hiddenCounts }, 'Customer Community · we can’t see its seats'],
    ['no license is given', { license: undefined }, '']
  ])('have no bar if %s', async (_why, properties, sentence) => {
    const { element, screen } = await show(properties);
    expect(screen.text()).toContain(sentence);
    expect(screen.find('.slds-progress-bar')).toEqual([]);
    await expect(element).toBeAccessible();
  });
});
