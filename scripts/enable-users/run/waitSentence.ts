import type { Failure } from 'c/externalUserRules';

/** Why a run waits. `unanswered`: a request is under way. */
export type WaitCause = Pick<Failure, 'code' | 'message' | 'status'> | 'unanswered';

/** Why a run waits, as a sentence for a terminal. */
export function waitSentence(cause: WaitCause, seconds: number): string {
  if (cause === 'unanswered') return `No answer from the org for ${String(seconds)} s`;
  const words = cause.message.replace(/\s+/gu, ' ').trim().replace(/\.$/u, '');
  return `${reasonOf(cause)}${words === '' ? '' : ` (${words})`}: next try in ${String(seconds)} s`;
}

function reasonOf({ code, status }: Exclude<WaitCause, 'unanswered'>): string {
  if (code === 'busy' || status === 429) return 'The org takes no more requests for now';
  if (code === 'locked') return 'Records are locked';
  return status === null ? 'The connection to the org is lost' : 'The org can’t answer for now';
}
