import { cardFor, checkNameFor, fixLabelFor, sentenceFor } from 'c/externalUserLabels';
import {
  findChoiceFindings,
  findPrerequisites,
  isBlocked,
  known,
  type Check,
  type ExternalUserKind,
  type Finding,
  type FindingCode
} from 'c/externalUserRules';
import {
  customerProfile,
  namesFree,
  partnerProfile,
  readyContact,
  readyDraft,
  readyOrg
} from '../../../../../test/jest/facts.ts';
import type { Case, Cases } from './cases/case.ts';
import { choiceCases } from './cases/choiceCases.ts';
import { READING } from './cases/reading.ts';
import { contactCases } from './cases/contactCases.ts';
import { orgCases } from './cases/orgCases.ts';

const KINDS: readonly ExternalUserKind[] = ['customer', 'partner'];

/** The type demands a case for every code, and refuses a case for an unknown code. */
const CASES: Required<Cases> = { ...choiceCases, ...contactCases, ...orgCases };

/** No fix exists for these findings: a person account can’t be changed, so only a customer user is possible. */
const WITHOUT_FIX: readonly FindingCode[] = ['accountHidden', 'personAccount', 'usernameFromEmail'];

/** Told at a choice or a field of the form. */
const WITHOUT_CARD: readonly Check[] = ['personAccount', 'usernameForm', 'username', 'nickname'];

const ORDER: readonly Check[] = [
  ...(['permission', 'user', 'account', 'owner', 'contactOwners', 'email', 'privacy', 'personAccount'] as const),
  ...(['partner', 'site', 'mail', 'profiles', 'seats', 'visibility', 'membership', 'standardProfile'] as const),
  ...(['usernameForm', 'username', 'nickname'] as const)
];

const STAGES: readonly (readonly [string, Cases, typeof find])[] = [
  ['the contact', contactCases, findBefore],
  ['the org', orgCases, findBefore],
  ['the choices', choiceCases, find]
];

const rows = STAGES.flatMap(([stage, cases, findings]) =>
  Object.entries(cases).flatMap(([code, examples]) =>
    examples.flatMap((example) =>
      KINDS.map((kind) => [code, kind, `${stage}: ${example.because}`, example, findings] as const)
    )
  )
);

/** The facts of a case, for a user of the kind. */
function factsOf({ contact, user, org, profile, draft, names }: Case, kind: ExternalUserKind) {
  const chosen = { ...(kind === 'customer' ? customerProfile : partnerProfile), ...profile };
  return {
    contact: { ...readyContact, ...contact },
    user: user ?? known(null),
    org: { ...readyOrg, ...(profile && { profiles: known([chosen]) }), ...org },
    draft: { ...readyDraft, kind, profileId: chosen.id, ...draft },
    names: { ...namesFree, ...names }
  };
}

function findBefore(example: Case, kind: ExternalUserKind): readonly Finding[] {
  return findPrerequisites(factsOf(example, kind));
}

function find(example: Case, kind: ExternalUserKind): readonly Finding[] {
  return findChoiceFindings(factsOf(example, kind));
}

describe('every finding', () => {
  it.each(rows)('%s for a %s appears if %s', (code, kind, _because, example, findings) => {
    const { kinds = KINDS, status, words = [], record, fix = null, otherFixes } = example;
    const found = findings(example, kind).filter((finding) => finding.code === code);
    const shown = found.map(({ holder: _holder, ...finding }) => ({
      ...finding,
      check: '',
      record: finding.record?.id,
      otherFixes: finding.otherFixes?.map((offer) => offer.fix)
    }));
    expect(shown).toEqual(kinds.includes(kind) ? [{ check: '', code, status, words, record, fix, otherFixes }] : []);
  });

  it.each(rows)('%s for a %s has a complete sentence (%s)', (code, kind, _because, example, findings) => {
    for (const finding of findings(example, kind).filter((candidate) => candidate.code === code)) {
      const sentence = sentenceFor(finding);
      expect(sentence).toMatch(/\w.*[.…]$/);
      expect(sentence).not.toMatch(/\{\d+\}/);
      expect(finding.words.filter((word) => !sentence.includes(word) && word !== READING.readOn)).toEqual([]);
      expect(finding.words.includes(READING.readOn)).toBe(sentence.includes('Nov 30, 2026'));
      expect(checkNameFor(finding)).toMatch(/\w/);
      expect(fixLabelFor(finding) ?? 'no fix').toMatch(/^[^{}]+$/);
    }
  });

  it.each(rows)(
    '%s for a %s has the problem and the rest of its sentences on a card (%s)',
    (_code, kind, _because, example, findings) => {
      const cards = findings(example, kind).filter(
        ({ check, status }) => !WITHOUT_CARD.includes(check) && /warning|blocked/.test(status)
      );
      for (const finding of cards) {
        const { title, text } = cardFor(finding);
        expect(`${title}. ${text}`).toBe(sentenceFor(finding));
      }
    }
  );

  it.each(rows)('%s for a %s keeps each check once and in order (%s)', (_code, kind, _because, example, findings) => {
    const places = findings(example, kind).map(({ check }) => ORDER.indexOf(check));
    expect(places).toEqual([...new Set(places)].sort((a, b) => a - b));
  });

  it.each(Object.keys(CASES))('%s has a fix if it warns or blocks and Setup can be opened', (code) => {
    const inTheWay = rows.filter(([own, , , { status }]) => own === code && /warning|blocked/.test(status));
    const isFixed = inTheWay.some(([, , , { fix }]) => fix !== undefined);
    expect(isFixed).toBe(inTheWay.length > 0 && !WITHOUT_FIX.some((unfixable) => unfixable === code));
  });

  it.each(rows)(
    '%s for a %s never links to Setup if it can’t be opened (%s)',
    (_code, kind, _because, example, findings) => {
      const runningUser = { ...readyOrg.runningUser, ...example.org?.runningUser, viewsSetup: false };
      const fixes = findings({ ...example, org: { ...example.org, runningUser } }, kind).map(({ fix }) => fix ?? '');
      expect(fixes.filter((fix) => fix.startsWith('setUp'))).toEqual([]);
    }
  );

  it.each(rows)('%s for a %s blocks only if its case says so (%s)', (code, kind, _because, example, findings) => {
    const found = findings(example, kind).filter((finding) => finding.code === code);
    expect(isBlocked(found)).toBe(found.length > 0 && example.status === 'blocked');
  });
});
