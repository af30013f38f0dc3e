import { attributesOf, initialAttributes, validityOf } from './screenComponent.ts';

const both = (name: string): { name: string; isInput: boolean; isOutput: boolean } => ({
  name,
  isInput: true,
  isOutput: true
});

describe('a component on a flow screen', () => {
  it.each([
    ['no attribute that is not for input', [{ name: 'verdict', isInput: false }], { verdict: 'Good' }, {}],
    ['null for an attribute that the screen does not set', [both('rating')], {}, { rating: null }],
    ['the value that the screen sets, in any case of its name', [both('maxRating')], { maxrating: 5 }, { maxRating: 5 }]
  ])('gets %s', (_title, attributes, inputs, expected) => {
    expect(initialAttributes(attributes, inputs)).toEqual(expected);
  });

  it('gives the values of its properties, null for an empty one, and no attribute that is only for input', () => {
    const component = { rating: 4, note: undefined, subject: 'Ada' };
    const attributes = [both('rating'), both('note'), both('gone'), { ...both('subject'), isOutput: false }];
    expect(attributesOf(component, attributes)).toEqual({ rating: 4, note: null });
  });

  it.each([
    ['is valid when it has no validate()', {}, { isValid: true, errorMessage: '' }],
    ['is valid when it says so', { validate: () => ({ isValid: true }) }, { isValid: true, errorMessage: '' }],
    [
      'is not valid when it says so, with its own message',
      { validate: () => ({ isValid: false, errorMessage: 'Rate it.' }) },
      { isValid: false, errorMessage: 'Rate it.' }
    ],
    [
      'shows the error itself when it has reportValidity()',
      { validate: () => ({ isValid: false, errorMessage: 'Rate it.' }), reportValidity: () => false },
      { isValid: false, errorMessage: '' }
    ]
  ])('%s', (_title, component, expected) => {
    expect(validityOf(component)).toEqual(expected);
  });

  it('is told to show its error, and later that the error is gone', () => {
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
