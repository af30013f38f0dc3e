import type { Facts } from './facts.ts';
import type { Check, Finding } from './finding.ts';
import { findPrerequisites } from './prerequisites.ts';

/** What the checks mean for going on. `readFirst`: a person can, but should know something before. */
export type Verdict = 'checking' | 'ready' | 'readFirst' | 'blocked';

/** The checks as a screen shows them. Headline and list are made of this one value, so that they can't contradict. */
export interface CheckSummary {
  readonly verdict: Verdict;
  /** What the headline counts: blockers if there are any, else warnings. */
  readonly count: number;
  /** Blockers, then warnings: each is shown with its fixes. */
  readonly cards: readonly Finding[];
  readonly passed: readonly Finding[];
  /** What the running user can't see; it is neither counted nor a warning. */
  readonly unseen: readonly Finding[];
}

/** These hang on the kind of user, so they are shown beside that choice, if it is made. */
const OF_A_CHOICE: readonly Check[] = ['contactOwners', 'partner', 'personAccount'];

/** The checks that hold whatever a person chooses. */
export function findChecks(facts: Facts): readonly Finding[] {
  return findPrerequisites(facts).filter(({ check, code }) => !OF_A_CHOICE.includes(check) && code !== 'ownerExternal');
}

/**
 * Sorts the checks and says what they mean. Seats are counted last, so a blocker is told before their number is known.
 * `isComplete` is false while a person can't go on, as the form waits for an answer that no check is about.
 */
export function summarizeChecks(findings: readonly Finding[], isComplete = true): CheckSummary {
  const having = (status: Finding['status']) => findings.filter((finding) => finding.status === status);
  const [blocked, warnings, pending] = [having('blocked'), having('warning'), having('pending')];
  const cards = [...blocked, ...warnings];
  const count = blocked.length || warnings.length;
  return { verdict: verdictOf(), count, cards, passed: having('pass'), unseen: having('unknown') };

  function verdictOf(): Verdict {
    const isAwaited = pending.some(({ check }) => check !== 'seats');
    if (isAwaited || (blocked.length === 0 && (pending.length > 0 || !isComplete))) {
      return 'checking';
    }
    return blocked.length > 0 ? 'blocked' : warnings.length > 0 ? 'readFirst' : 'ready';
  }
}
