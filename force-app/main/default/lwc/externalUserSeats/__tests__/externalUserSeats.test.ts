import { createElement } from 'lwc';
import Seats from 'c/externalUserSeats';
import { known, unknown, type License } from 'c/externalUserRules';
import { customerLicense, fullLicense, loginLicense } from '../../../../../test/jest/facts.ts';
import { screenOf, settled } from '../../../../../test/jest/screen.ts';

const hiddenCounts: License = { ...customerLicense, used: unknown('noAccess') };
const noneBought: License = { ...loginLicense, name: 'Login', total: known(0) };
const fewLeft: License = { ...noneBought, total: known(20), used: known(15) };
const overdrawn: License = { ...customerLicense, total: known(2) };

async function show(properties: { license: License | undefined; before?: number }) {
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
    ['free ones', { license: customerLicense }, 'Customer Community: 17 of 20 seats free', '15%'],
    ['none left', { license: fullLicense }, 'Customer Community: 0 of 20 seats free', '100%'],
    ['more used than bought', { license: overdrawn }, 'Customer Community: 0 of 2 seats free', '100%'],
    ['how many more', { license: customerLicense, before: 2 }, 'Customer Community: 2 → 3 of 20 seats used', '15%'],
    ['no change', { license: customerLicense, before: 3 }, 'Customer Community: 17 of 20 seats free', '15%'],
    ['no log-ins bought', { license: noneBought }, 'Login: 0 of 0 seats free; log-ins are counted per month', '100%'],
    ['few, of log-ins', { license: fewLeft }, 'Login: 5 of 20 seats free; log-ins are counted per month', '75%']
  ])('appear as a sentence and a bar: %s', async (_what, properties, sentence, width) => {
    const { element, screen } = await show(properties);
    expect(screen.text()).toBe(sentence);
    expect(screen.find('.slds-progress-bar__value').map(({ style }) => style.width)).toEqual([width]);
    await expect(element).toBeAccessible();
  });

  it.each([
    [
      'the seats of a license that counts log-ins are hidden',
      { license: loginLicense, before: 2 },
      'Customer Community Login: counted by log-ins'
    ],
    ['their count can’t be read', { license: hiddenCounts, before: 2 }, 'Customer Community: seats unknown'],
    ['no license is given', { license: undefined }, '']
  ])('have no bar if %s', async (_why, properties, sentence) => {
    const { element, screen } = await show(properties);
    expect(screen.text()).toContain(sentence);
    expect(screen.find('.slds-progress-bar')).toEqual([]);
    await expect(element).toBeAccessible();
  });
});
