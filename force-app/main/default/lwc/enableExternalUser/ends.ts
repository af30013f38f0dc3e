import type { LookUp, Outcome } from 'c/externalUserCreation';
import { fill, labels, sentenceForFoundUser, sentenceForNumbered, type FailureNames } from 'c/externalUserLabels';
import type { Failure, NumberedName } from 'c/externalUserRules';

/** How an attempt ended. */
export interface AttemptEnd {
  readonly outcome: Outcome;
  readonly assignmentFailures: readonly Failure[];
  /** Names that the new user got instead of others. */
  readonly numbered: readonly NumberedName[];
  /** Names for the sentences of failures, as they were when the user was sent. */
  readonly names: FailureNames;
}

/** What the screen says of the end of an attempt. */
interface EndShown {
  /** Why a look-up had to find the user; empty if the org's answer told it. */
  readonly foundLater: string;
  readonly lookUp: LookUp;
  readonly assignmentFailures: readonly Failure[];
  /** The chosen permission sets wait for a person, because the id of the new user isn't known. */
  readonly areSetsUnassigned: boolean;
  /** The contact has a user that is not, or may not be, the one of this attempt. */
  readonly isHeld: boolean;
  /** Says that the contact has a user which the attempt didn't create, or may not have created, and what names it got. */
  readonly notices: readonly string[];
}

/** The id of the user that the attempt created; null if it is somebody else's, or not known. */
export function ownUserId(outcome: Outcome): string | null {
  switch (outcome.kind) {
    case 'created':
      return outcome.userId;
    case 'found':
      return outcome.user.id;
    case 'already':
    case 'unattributed':
    case 'refused':
      return null;
  }
}

export function showEnd(end: AttemptEnd | undefined, { contact = '' }: FailureNames): EndShown {
  const outcome = end?.outcome;
  const isWithoutId = outcome?.kind === 'created' && outcome.userId === null;
  return {
    foundLater: outcome?.kind === 'found' ? sentenceForFoundUser(outcome.failure) : '',
    lookUp: outcome?.kind === 'refused' ? outcome.lookUp : 'none',
    assignmentFailures: end?.assignmentFailures ?? [],
    areSetsUnassigned: isWithoutId && outcome.draft.permissionSetIds.length > 0,
    isHeld: outcome?.kind === 'already' || outcome?.kind === 'unattributed',
    notices: end === undefined ? [] : [...noticesOf(end.outcome, contact), ...end.numbered.map(sentenceForNumbered)]
  };
}

function noticesOf(outcome: Outcome, contactName: string): readonly string[] {
  if (outcome.kind !== 'already' && outcome.kind !== 'unattributed') {
    return [];
  }
  const sentence = outcome.kind === 'already' ? labels.alreadyHeld : labels.creatorUnknown;
  const held = fill(sentence, [contactName, outcome.user.username]);
  return outcome.draft.permissionSetIds.length > 0 ? [held, labels.setsNotAssigned] : [held];
}
