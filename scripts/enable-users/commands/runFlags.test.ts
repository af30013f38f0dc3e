import { givenAgain } from './runFlags.ts';

it.each([
  [{ 'welcome-email': 'suppress', limit: 5, 'batch-size': 200 }, '--welcome-email suppress --limit 5 --batch-size 200'],
  [{ 'welcome-email': 'keep', limit: undefined }, '--welcome-email keep'],
  [{}, '']
])('the next call names the flags %j again', (flags, words) => {
  expect(givenAgain(flags, ['welcome-email', 'limit', 'batch-size']).join(' ')).toBe(words);
});
