import { seesExternalUsers } from 'c/externalUserRules';
import { known } from 'sf-cli/answer';
import { flagAt, textAt } from 'sf-cli/json';
import { quoted } from '../../shared/soql.ts';
import type { Sending } from '../store/batches.ts';
import type { OrgAnswer } from '../transports/orgAnswer.ts';
import { withRetries } from '../transports/retries.ts';
import type { RunContext } from './openRun.ts';

/** Who sends, and what follows from it for users whose making is in doubt. */
export interface Sender {
  /** Whether the org may hide users of contacts from this person. */
  readonly mayHideUsers: boolean;
  /** A request that goes out now, and that the org may carry out for so many milliseconds. */
  sendingNow(longest: number): Sending;
}

/** A run that sends. */
export interface SendingRun extends RunContext {
  readonly sender: Sender;
}

/**
 * For how long the org may carry out a request whose sender hears nothing of it: "Maximum execution time for each Apex
 * transaction: 10 minutes" (Apex Developer Guide, "Execution Governors and Limits"). Milliseconds.
 */
export const LONGEST_REQUEST = 10 * 60_000;

/** "Jobs older than seven days are deleted" (Bulk API 2.0 Developer Guide). Milliseconds. */
export const LONGEST_JOB = 7 * 24 * 60 * 60_000;

/** Reads who sends and how the clocks stand, once a process. What the org refuses to say stays unknown. */
export async function withSender(run: RunContext): Promise<OrgAnswer<SendingRun>> {
  const user = await firstRow(run, `SELECT Id FROM User WHERE Username = ${quoted(run.username)}`);
  if (user.kind === 'refused') return user;
  const rights = await firstRow(
    run,
    'SELECT PermissionsManagePartners, PermissionsViewAllUsers FROM UserPermissionAccess'
  );
  if (rights.kind === 'refused') return rights;
  const orgTime = run.orgClock();
  const sender: Sender = {
    mayHideUsers: !seesExternalUsers({
      managesExternalUsers: flagAt(rights.value, 'PermissionsManagePartners') === true,
      viewsAllUsers: flagAt(rights.value, 'PermissionsViewAllUsers') === true
    }),
    sendingNow: (longest) => {
      const { earliest, latest } = orgTime();
      return { senderId: textAt(user.value, 'Id') || null, earliest, latest: latest + longest };
    }
  };
  return known({ ...run, sender });
}

/** Undefined where the org has no such row, or refuses the question itself. */
async function firstRow({ api, clock }: RunContext, soql: string): Promise<OrgAnswer<unknown>> {
  const rows = await withRetries(() => api.query(soql), clock);
  if (rows.kind === 'known') return known(rows.value[0]);
  const isAboutQuery = rows.failure.status === 400 || rows.failure.code === 'noAccess';
  return isAboutQuery ? known(undefined) : rows;
}
