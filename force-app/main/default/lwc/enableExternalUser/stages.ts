import type { Place } from 'c/externalUserPath';
import type { ContactReading } from 'c/externalUserContactFacts';
import type { CheckSummary, ExistingUser, Failure, Finding, UserDraft } from 'c/externalUserRules';

/** Where a person is on the way. `form` opens the form as soon as nothing is in the way; until then the checks show. */
export type Stage = 'form' | 'checks' | 'creating' | 'done';

interface Standing {
  readonly stage: Stage;
  readonly facts: ContactReading;
  readonly checks: CheckSummary;
  readonly failure: Failure | undefined;
  readonly user: ExistingUser | undefined;
  readonly draft: UserDraft | undefined;
  /** Whether a frame of the screen was drawn. */
  readonly isDrawn: boolean;
}

/** The parts of the screen. A contact that already has a user shows this user instead of the way to one. */
export function partsAt(standing: Standing) {
  const { stage, facts, failure, user, draft, isDrawn } = standing;
  const { verdict, cards } = standing.checks;
  const isBefore = stage === 'form' || stage === 'checks';
  const hasUser = user !== undefined;
  const status = isBefore && hasUser;
  const isFree = facts.isReady && draft !== undefined && verdict !== 'blocked';
  const opensForm = stage === 'form' && !status && isFree;
  const checks = isBefore && !status && !opensForm;
  const place: Place = stage === 'done' ? 'done' : checks ? 'check' : 'details';
  const goal: Place | null = opensForm ? 'check' : checks && isFree ? 'details' : null;
  // The form stays while the user is created.
  const details = opensForm || stage === 'creating';
  // The browser makes the form while it waits for the org, so that the answers only fill it in.
  const prepares = isDrawn && checks && stage === 'form' && verdict === 'checking' && facts.contactProblem === null;
  return {
    // The title of a contact that has a user asks for no enabling.
    enables: !status && stage !== 'done',
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
    hasForm: details || prepares,
    // Nothing until the form is shown, so that each answer doesn't render it anew.
    given: details ? { contact: facts.contact, org: facts.org, draft } : {},
    formClass: prepares ? 'prepared form' : `form slds-m-top_small${stage === 'creating' ? ' dimmed' : ''}`,
    first: status || checks,
    isFree: checks && isFree,
    creating: stage === 'creating',
    inert: prepares || stage === 'creating',
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
