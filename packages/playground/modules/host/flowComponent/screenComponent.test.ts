import { attributesOf, initialAttributes, validityOf } from './screenComponent.ts';

const both = (name: string): { name: string; isInput: boolean; isOutput: boolean } => ({
  name,
  isInput: true,
  isOutput: true
});

describe('a component on a flow screen', () => {
  it.each([
    ['nothing that is not for input', [{ name: 'verdict', isInput: false }], { verdict: 'Good' }, {}],
    ['null for what the screen does not set', [both('rating')], {}, { rating: null }],
    ['what the screen sets, whatever the case of its name', [both('maxRating')], { maxrating: 5 }, { maxRating: 5 }]
  ])('gets %s', (_title, attributes, inputs, expected) => {
    expect(initialAttributes(attributes, inputs)).toEqual(expected);
  });

  it('gives the values that its properties have, null for none, and nothing that is only for input', () => {
    const component = { rating: 4, note: undefined, subject: 'Ada' };
    const attributes = [both('rating'), both('note'), both('gone'), { ...both('subject'), isOutput: false }];
    expect(attributesOf(component, attributes)).toEqual({ rating: 4, note: null });
  });

  it.each([
    ['is valid without a word on it', {}, { isValid: true, errorMessage: '' }],
    ['is valid when it says so', { validate: () => ({ isValid: true }) }, { isValid: true, errorMessage: '' }],
    [
      'is not when it says so, with its own words',
      { validate: () => ({ isValid: false, errorMessage: 'Rate it.' }) },
      { isValid: false, errorMessage: 'Rate it.' }
    ],
    [
      'shows the error itself when it can',
      { validate: () => ({ isValid: false, errorMessage: 'Rate it.' }), reportValidity: () => false },
      { isValid: false, errorMessage: '' }
    ]
  ])('%s', (_title, component, expected) => {
    expect(validityOf(component)).toEqual(expected);
  });

  it('is told that nothing is wrong any more, and to draw what is', () => {
    const told: string[] = [];
    const component = {
      isValid: false,
      validate(): object {
        return { isValid: this.isValid, errorMessage: 'Rate it.' };
      },
      setCustomValidity: (message: string) => void told.push(`custom ${message}`),
      reportValidity: () => void told.push('report')
    };
    validityOf(component);
    component.isValid = true;
    validityOf(component);
    expect(told).toEqual(['report', 'custom ']);
  });
});
