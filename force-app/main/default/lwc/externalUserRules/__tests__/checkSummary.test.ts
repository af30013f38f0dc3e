import {
  findChecks,
  known,
  summarizeChecks,
  unknown,
  type Check,
  type Finding,
  type FindingStatus
} from 'c/externalUserRules';
import { readyContact, readyOrg } from '../../../../../test/jest/facts.ts';

const owner = {
  id: '005000010000004AAA',
  name: 'Eve',
  isActive: known(true),
  roleId: known('r'),
  userType: known('PowerPartner')
};

function findingOf(status: FindingStatus, check: Check = 'site'): Finding {
  return { check, code: 'siteLive', status, record: null, words: [], fix: null };
}

it('waits for an answer that no check is about, unless something blocks anyway', () => {
  expect(summarizeChecks([findingOf('pass')], false).verdict).toBe('checking');
  expect(summarizeChecks([findingOf('warning')], false).verdict).toBe('checking');
  expect(summarizeChecks([findingOf('blocked')], false).verdict).toBe('blocked');
});

const STATUSES: readonly FindingStatus[] = ['pass', 'warning', 'blocked', 'unknown', 'pending'];

/** Every mixture of up to three results, with seats as the check that is still awaited. */
const MIXTURES = STATUSES.flatMap((one) =>
  STATUSES.flatMap((two) =>
    STATUSES.map((three) => [findingOf(one), findingOf(two, 'owner'), findingOf(three, 'seats')])
  )
);

describe('summarizeChecks', () => {
  it.each([
    ['ready', ['pass', 'pass'], 0],
    ['ready', ['pass', 'unknown'], 0],
    ['readFirst', ['pass', 'warning', 'unknown'], 1],
    ['blocked', ['blocked', 'warning', 'blocked'], 2],
    ['checking', ['pass', 'pending', 'blocked'], 1]
  ] as const)('says %s of %j', (verdict, statuses, count) => {
    expect(summarizeChecks(statuses.map((status) => findingOf(status)))).toMatchObject({ verdict, count });
  });

  it('doesn’t wait for the seats to say what blocks, but does to say that nothing does', () => {
    const seats = findingOf('pending', 'seats');
    expect(summarizeChecks([findingOf('blocked'), seats]).verdict).toBe('blocked');
    expect(summarizeChecks([findingOf('pass'), seats]).verdict).toBe('checking');
  });

  it('puts blockers before warnings', () => {
    const { cards } = summarizeChecks([findingOf('warning'), findingOf('blocked')]);
    expect(cards.map(({ status }) => status)).toEqual(['blocked', 'warning']);
  });

  it.each(MIXTURES.map((findings) => [findings.map(({ status }) => status).join(', '), findings] as const))(
    'never contradicts its list: %s',
    (_statuses, findings) => {
      const { verdict, count, cards, passed, unseen } = summarizeChecks(findings);
      const has = (status: FindingStatus): boolean => findings.some((finding) => finding.status === status);
      expect(verdict === 'blocked').toBe(
        has('blocked') && !findings.slice(0, 2).some(({ status }) => status === 'pending')
      );
      expect(verdict === 'ready').toBe(!has('blocked') && !has('warning') && !has('pending'));
      expect(count).toBe(cards.filter(({ status }) => status === cards[0]?.status).length);
      expect(cards.length + passed.length + unseen.length).toBe(
        findings.filter(({ status }) => status !== 'pending').length
      );
    }
  );
});

describe('findChecks', () => {
  it.each([
    ['an account that is no partner account', { ...readyContact, isPartnerAccount: known(false) }],
    ['an org without partner accounts', { ...readyContact, isPartnerAccount: unknown('notInOrg') }],
    ['a person account', { ...readyContact, isPersonAccount: known(true) }],
    ['an external owner', { ...readyContact, owner: known(owner), isPartnerAccount: known(false) }]
  ] as const)('leaves to the choice of a partner what matters for partners only: %s', (_what, contact) => {
    const checks = findChecks({ contact, user: known(null), org: readyOrg });
    expect(summarizeChecks(checks).verdict).toBe('ready');
    expect(checks.map(({ check }) => check)).toEqual(expect.arrayContaining(['account', 'email', 'seats']));
  });
});

it('Who owns the contacts of the account is told beside the choice of the kind, not among the checks.', () => {
  const contact = { ...readyContact, isPartnerAccount: known(false), externallyOwned: unknown('noAccess') } as const;
  const checks = findChecks({ contact, user: known(null), org: readyOrg }).map(({ check }) => check);
  expect(checks).toContain('owner');
  expect(checks).not.toContain('contactOwners');
});
