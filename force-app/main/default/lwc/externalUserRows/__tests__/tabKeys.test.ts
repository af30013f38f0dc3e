import { tabForKey } from '../tabKeys.ts';

const NAMES = ['ready', 'blocked', 'already'];

describe('the keys of the tabs', () => {
  it.each([
    ['ArrowRight', 'ready', 'blocked'],
    ['ArrowRight', 'already', 'ready'],
    ['ArrowLeft', 'ready', 'already'],
    ['Home', 'already', 'ready'],
    ['End', 'ready', 'already'],
    ['ArrowDown', 'ready', undefined],
    ['Tab', 'ready', undefined]
  ])('%s leads from %s to %s', (key, open, next) => {
    expect(tabForKey(key, NAMES, open, false)).toBe(next);
  });

  it('follow the eye where one reads from right to left', () => {
    expect(tabForKey('ArrowLeft', NAMES, 'ready', true)).toBe('blocked');
    expect(tabForKey('ArrowRight', NAMES, 'ready', true)).toBe('already');
  });
});
