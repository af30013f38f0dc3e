import { isTransient, waitAfter } from 'c/externalUserRules';
import { known } from 'sf-cli/answer';
import type { Written } from '../transports/collections.ts';
import type { OrgAnswer } from '../transports/orgAnswer.ts';
import type { Clock } from '../transports/clock.ts';
import { RETRY_POLICY } from '../transports/retries.ts';

const MOST_TRIES = 5;

/**
 * Writes records, and again those that a transient error refused. `record` hears the last answer to each record, all of one
 * try together.
 */
export async function writeAgain<Item>(
  items: readonly Item[],
  write: (items: readonly Item[]) => Promise<OrgAnswer<readonly Written[]>>,
  record: (answered: readonly (readonly [Item, Written])[]) => void,
  clock: Clock
): Promise<OrgAnswer<null>> {
  let left = items;
  for (let attempt = 1; left.length > 0; attempt++) {
    const written = await write(left);
    if (written.kind === 'refused') return written;
    const answers = left.flatMap((item, index) => {
      const answer = written.value[index];
      return answer === undefined ? [] : [[item, answer] as const];
    });
    const isAgain = (answer: Written): boolean =>
      answer.kind === 'failed' && isTransient(answer.failure) && attempt < MOST_TRIES;
    record(answers.filter(([, answer]) => !isAgain(answer)));
    left = answers.filter(([, answer]) => isAgain(answer)).map(([item]) => item);
    if (left.length > 0) await clock.sleep(waitAfter(attempt, RETRY_POLICY));
  }
  return known(null);
}
