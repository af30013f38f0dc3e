import { isTransient, waitAfter } from 'c/externalUserRules';
import { chunksOf } from './chunksOf.ts';
import { done, type Reply } from '../transports/orgAnswer.ts';
import { PATIENCE } from '../transports/retries.ts';
import type { Sending } from './sendCollections.ts';
import { MOST_IN_A_COLLECTION, updateAll } from '../transports/collections.ts';

const MOST_TRIES = 5;

/**
 * Makes partner accounts of those whose contacts become partners, where the plan was asked to. Object reference,
 * Account.IsPartner: it can be updated, and true where it was true does no harm. What is refused here, the org says again
 * for each user.
 */
export async function enablePartnerAccounts(sending: Sending): Promise<Reply<null>> {
  const { changes } = sending.store;
  const total = changes.partnerAccountCount();
  if (total === 0) return done(null);
  sending.progress.stage('Enabling partner accounts', total);
  let count = 0;
  for (const chunk of chunksOf(changes.partnerAccounts(), MOST_IN_A_COLLECTION)) {
    const reply = await enable(sending, chunk);
    if (reply.kind === 'refused') return reply;
    count += chunk.length;
    sending.progress.done(count);
  }
  return done(null);
}

async function enable(sending: Sending, accountIds: readonly string[]): Promise<Reply<null>> {
  const { api, clock, progress } = sending;
  let ids = accountIds;
  for (let attempt = 1; ids.length > 0; attempt++) {
    const records = ids.map((id) => ({ Id: id, IsPartner: true }));
    const reply = await updateAll(api, 'Account', records, clock);
    if (reply.kind === 'refused') return reply;
    const refusals = reply.value.flatMap((answer, index) =>
      answer.kind === 'failed' ? [{ id: ids[index] ?? '', failure: answer.failure }] : []
    );
    const passing = refusals.filter(({ failure }) => isTransient(failure) && attempt < MOST_TRIES);
    for (const { id, failure } of refusals.filter((refusal) => !passing.includes(refusal))) {
      progress.note(`Account ${id} is no partner account: ${failure.message}`);
    }
    ids = passing.map(({ id }) => id);
    if (ids.length > 0) await clock.sleep(waitAfter(attempt, PATIENCE));
  }
  return done(null);
}
