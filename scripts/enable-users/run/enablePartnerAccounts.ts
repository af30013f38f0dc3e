import type { Failure, FailureCode } from 'c/externalUserRules';
import { known } from 'sf-cli/answer';
import { MOST_IN_A_COLLECTION, updateAll } from '../transports/collections.ts';
import type { OrgAnswer } from '../transports/orgAnswer.ts';
import { chunksOf } from './chunksOf.ts';
import type { RunContext } from './openRun.ts';
import { sayNote } from './sayNote.ts';
import { writeAgain } from './writeAgain.ts';

/**
 * Makes partner accounts of the accounts whose contacts become partners, where the plan was asked to. Account.IsPartner can
 * be updated (Object Reference, Account), and a second update does no harm. Where the org refuses, it refuses each user of
 * the account too.
 */
export async function enablePartnerAccounts(run: RunContext): Promise<OrgAnswer<null>> {
  const { store, api, clock, progress } = run;
  const total = store.changes.partnerAccountCount();
  if (total === 0) return known(null);
  progress.stage('Enabling partner accounts', total);
  let count = 0;
  for (const chunk of chunksOf(store.changes.partnerAccounts(), MOST_IN_A_COLLECTION)) {
    const enabled = await writeAgain(
      chunk,
      (ids) => updateAll(api, 'Account', ids.map(toPartner), clock),
      (answered) => {
        for (const [id, answer] of answered) {
          const code = 'partnerAccountRefused';
          if (answer.kind === 'failed') sayNote(run, { code, accountId: id, sentence: refusalOf(id, answer.failure) });
          else store.notes.forget({ code, accountId: id });
        }
      },
      clock
    );
    if (enabled.kind === 'refused') return enabled;
    count += chunk.length;
    progress.done(count);
  }
  return known(null);
}

function refusalOf(id: string, { code, message }: Failure): string {
  return [`Account ${id} is no partner account: ${message}`, ADVICE[code]].filter(Boolean).join(' ');
}

const GET_PERMISSION = 'It takes the permission set External User Partner Accounts.';

/** Edit on accounts and on IsPartner come with one permission set. */
const ADVICE: Readonly<Partial<Record<FailureCode, string>>> = {
  noAccess: GET_PERMISSION,
  noPartnerAccess: GET_PERMISSION,
  ownerExternal: 'Give the account and its contacts internal owners.'
};

function toPartner(id: string): Readonly<Record<string, string | boolean>> {
  return { Id: id, IsPartner: true };
}
