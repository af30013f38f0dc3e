import { displayText, isMadeBySend, type HolderOrigin } from 'c/externalUserRules';
import type { OutcomeRow } from '../store/outcomeRows.ts';
import type { Store } from '../store/store.ts';

/** The user that holds a contact. */
export interface Holder extends HolderOrigin {
  readonly id: string;
}

/** Records that the contact has a user: made by a request of this run that had no answer, or by somebody else. */
export function recordHolder(store: Store, row: number, holder: Holder): void {
  const { id: userId, username } = holder;
  const made = store.batches.openSends(row).map((send) => isMadeBySend(send, holder));
  const save = (outcome: OutcomeRow['outcome'], code: string, message: string): void => {
    store.outcomes.save({ row, outcome, userId, username, code, message });
  };
  if (made.includes('yes')) save('created', '', '');
  else if (made.includes('unknown')) save('unclear', 'creatorUnknown', creatorUnknown(username));
  else
    save(
      'already',
      'userExists',
      `The contact already has a user, ${displayText(username)}, which this run did not make.`
    );
}

/**
 * Records what it means that the org shows no user of the contact. A row without an outcome stays pending: the org refuses
 * a second user of a contact [F-004], so that it is safe to send it again.
 */
export function recordNoHolder(store: Store, row: number, mayHideUsers: boolean): void {
  const outcome = store.outcomes.get(row);
  if (outcome === undefined) return;
  const isOpen = store.batches.openSends(row).length > 0;
  const isHeld = outcome.outcome === 'already';
  // The org says that there is a user, or may hide one: an earlier request without an answer may have made it.
  if (isOpen && (isHeld || mayHideUsers)) {
    const message = isHeld ? HELD : `${MAY_BE_HIDDEN} The last request was refused: ${outcome.message}`;
    store.outcomes.save({ ...outcome, outcome: 'unclear', code: 'userHidden', message });
  } else if (outcome.outcome === 'unclear') {
    store.outcomes.forget(row);
  } else if (isHeld) {
    store.outcomes.save({ ...outcome, message: NOT_SHOWN });
  }
}

function creatorUnknown(username: string): string {
  return `The contact already has a user, ${displayText(username)}. A request of this run had no answer, and it can’t be read who made the user and when.`;
}

const HELD =
  'The contact already has a user, which you can’t see. A request of this run had no answer, so that the user may be its own.';
/** An unclear row, whose user the org may hide. */
export const MAY_BE_HIDDEN =
  'A request of this run had no answer, and you may not see the user that it made. So it isn’t known whether there is one.';
const NOT_SHOWN = 'The contact already has a user, which you can’t see. This run did not make it.';
