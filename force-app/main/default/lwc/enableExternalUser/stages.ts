import type { Place } from 'c/externalUserPath';
import type { ContactReading } from 'c/externalUserContactFacts';
import type { CheckSummary, Failure, Finding, UserDraft } from 'c/externalUserRules';

/** Where a person is on the way. `form` opens the form as soon as nothing is in the way; until then the checks show. */
export type Stage = 'form' | 'checks' | 'creating' | 'done';

interface Standing {
  readonly stage: Stage;
  readonly facts: ContactReading;
  readonly checks: CheckSummary;
  readonly failure: Failure | undefined;
  readonly hasUser: boolean;
  readonly hasDraft: boolean;
}

/** The parts of the screen. A contact that already has a user shows this user instead of the way to one. */
export function partsAt({ stage, facts, checks: { verdict, cards }, failure, hasUser, hasDraft }: Standing) {
  const isBefore = stage === 'form' || stage === 'checks';
  const status = isBefore && hasUser;
  const isFree = facts.isReady && hasDraft && verdict !== 'blocked';
  const opensForm = stage === 'form' && !status && isFree;
  const checks = isBefore && !status && !opensForm;
  const place: Place = stage === 'done' ? 'done' : checks ? 'check' : 'details';
  const goal: Place | null = opensForm ? 'check' : checks && isFree ? 'details' : null;
  // The form stays while the user is created.
  const details = opensForm || stage === 'creating';
  return {
    status,
    path: !status,
    place,
    goal,
    // A taken username is told at its field.
    failure: failure !== undefined && failure.code !== 'duplicateUsername',
    banner: checks || (isFree && !hasUser && (opensForm || stage === 'creating') && failure === undefined),
    checks: checks && facts.contactProblem === null && verdict !== 'checking',
    form: opensForm,
    cards: opensForm && cards.length > 0,
    details,
    detailsClass: stage === 'creating' ? 'form slds-m-top_small dimmed' : 'form slds-m-top_small',
    first: status || checks,
    isFree: checks && isFree,
    creating: stage === 'creating',
    done: stage === 'done'
  };
}

/** Where no seat is left: for the chosen profile, or for any. A license with free seats shows nothing. */
export function seatToFree(
  { form, checks }: Pick<ReturnType<typeof partsAt>, 'form' | 'checks'>,
  findings: readonly Finding[],
  draft: UserDraft | undefined
): { readonly profileId: string | undefined } | undefined {
  if (form) {
    return draft === undefined || draft.profileId === '' ? undefined : { profileId: draft.profileId };
  }
  const isTaken = findings.some(({ check, status }) => check === 'seats' && status === 'blocked');
  return checks && isTaken ? { profileId: undefined } : undefined;
}
