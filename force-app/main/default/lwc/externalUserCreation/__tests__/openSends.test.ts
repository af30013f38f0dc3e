import { CLOCK_ALLOWANCE, type ExistingUser } from 'c/externalUserRules';
import { inactiveUser } from '../../../../../test/jest/facts.ts';
import { isMadeBy, withSend, type OpenSends } from '../openSends.ts';

const SENDER_ID = '005000010000001AAA';
const SINCE = Date.parse('2026-11-30T10:00:00.000Z');
const NOW = SINCE + 60_000;

const open: OpenSends = { since: SINCE, usernames: ['ada@acme.example', 'ada1@acme.example'] };
const user: ExistingUser = {
  ...inactiveUser,
  username: 'ada1@acme.example',
  createdById: SENDER_ID,
  createdDate: '2026-11-30T10:00:30.000Z'
};

function at(time: number): Partial<ExistingUser> {
  return { createdDate: new Date(time).toISOString() };
}

it('can’t be told from a user whose creator was not asked for', () => {
  const unasked = { ...inactiveUser, username: 'ada@acme.example' };
  expect(isMadeBy(open, unasked, SENDER_ID, NOW)).toBe('unknown');
});

describe('requests without an answer', () => {
  it('keep the time of the first one, and every username', () => {
    const first = withSend(null, SINCE, 'ada@acme.example');
    expect(first).toEqual({ since: SINCE, usernames: ['ada@acme.example'] });
    expect(withSend(first, NOW, 'ada1@acme.example')).toEqual(open);
  });

  it.each<[string, ReturnType<typeof isMadeBy>, Partial<ExistingUser>, OpenSends | null]>([
    ['one of the names fits', 'yes', {}, open],
    ['the first name fits', 'yes', { username: 'ada@acme.example' }, open],
    ['no name fits', 'no', { username: 'eve@acme.example' }, open],
    ['somebody else created it', 'no', { createdById: '005000010000002AAA' }, open],
    ['the creator can’t be read', 'unknown', { createdById: null }, open],
    ['the org’s clock is as slow as it may be', 'yes', at(SINCE - CLOCK_ALLOWANCE), open],
    ['it is older than any clock explains', 'no', at(SINCE - CLOCK_ALLOWANCE - 1000), open],
    ['the org’s clock is as fast as it may be', 'yes', at(NOW + CLOCK_ALLOWANCE), open],
    ['it is newer than any clock explains', 'no', at(NOW + CLOCK_ALLOWANCE + 1000), open],
    ['nothing was sent', 'no', {}, null]
  ])('made the contact’s user or not, where %s: %s', (_where, made, changes, sends) => {
    expect(isMadeBy(sends, { ...user, ...changes }, SENDER_ID, NOW)).toBe(made);
  });
});
