import { textAt } from '../../shared/json.ts';
import { chunksOf } from '../chunks.ts';
import { done, type Reply } from '../reply.ts';
import { isPassing, PATIENCE, waitAfter, withRetries } from '../retries.ts';
import type { Sending } from '../sending.ts';
import { MOST_IN_A_COLLECTION, updateAll } from '../transports/collections.ts';

const MOST_TRIES = 5;

/**
 * Makes partner accounts of those whose contacts become partners. Object reference, Account.IsPartner: it can be updated,
 * and true where it was true does no harm. What is refused here, the org says again for each user.
 */
export async function enablePartnerAccounts(sending: Sending): Promise<Reply<null>> {
  const { store, progress } = sending;
  const accounts = store.database
    .each(
      `SELECT DISTINCT accountId FROM plan WHERE outcome = 'enable' AND kind = 'partner' AND accountId <> ''
       AND row NOT IN (SELECT row FROM results) ORDER BY accountId`
    )
    .map((columns) => textAt(columns, 'accountId'));
  progress.stage('Enabling partner accounts', 0);
  let count = 0;
  for (const ids of chunksOf(accounts, MOST_IN_A_COLLECTION)) {
    const reply = await enable(sending, ids);
    if (reply.kind === 'refused') return reply;
    count += ids.length;
    progress.done(count);
  }
  return done(null);
}

async function enable(sending: Sending, accountIds: readonly string[]): Promise<Reply<null>> {
  const { api, clock, progress } = sending;
  const list = accountIds.map((id) => `'${id}'`).join(',');
  const others = await withRetries(
    () => api.query(`SELECT Id FROM Account WHERE IsPartner = false AND Id IN (${list})`),
    clock
  );
  if (others.kind === 'refused') return others;
  let ids = others.value.map((account) => textAt(account, 'Id'));
  for (let attempt = 1; ids.length > 0; attempt++) {
    const records = ids.map((id) => ({ Id: id, IsPartner: true }));
    const reply = await updateAll(api, 'Account', records, clock);
    if (reply.kind === 'refused') return reply;
    const refusals = reply.value.flatMap((answer, index) =>
      answer.kind === 'failed' ? [{ id: ids[index] ?? '', failure: answer.failure }] : []
    );
    const passing = refusals.filter(({ failure }) => isPassing(failure) && attempt < MOST_TRIES);
    for (const { id, failure } of refusals.filter((refusal) => !passing.includes(refusal))) {
      progress.note(`Account ${id} is no partner account: ${failure.message}`);
    }
    ids = passing.map(({ id }) => id);
    if (ids.length > 0) await clock.sleep(waitAfter(attempt, PATIENCE));
  }
  return done(null);
}
