import type { Tally } from '../plan/tally.ts';
import { FIRST_OF_AN_ACCOUNT } from '../store/pendingRows.ts';
import type { Store } from '../store/store.ts';
import { MOST_IN_A_COLLECTION } from '../transports/collections.ts';
import { MOST_ROWS_IN_A_JOB } from '../transports/ingestJobs.ts';
import type { Transport } from '../store/batches.ts';
import { transportFor } from '../transports/transportFor.ts';

/** What the run of a plan takes where no row has to be sent again. */
export interface RunEstimate {
  /** Of all rows but the first role-based ones of each account. */
  readonly transport: Transport;
  /** Bulk API 2.0 jobs. */
  readonly jobs: number;
  readonly apiCalls: number;
  /** Accounts whose first role-based users create their roles. */
  readonly accountsWithRoles: number;
  /** At most, as an account has one to three roles (Help, Optimize Roles), and existing roles are used. */
  readonly mostNewRoles: number;
  readonly partnerAccounts: number;
}

const ROLES_AN_ACCOUNT = 3;

/** Create, upload, close, two result files, and three polls. */
const CALLS_A_JOB = 8;

export function estimateRun(store: Store, tally: Tally): RunEstimate {
  const hasRoles = tally.needs('roles');
  const accounts = hasRoles ? store.plan.roleBasedAccountCount() : 0;
  const first = hasRoles ? store.plan.roleBasedRowCount(FIRST_OF_AN_ACCOUNT) : 0;
  const partnerAccounts = tally.needs('partnerAccounts') ? store.changes.partnerAccountCount() : 0;
  const rest = tally.count('enable') - first;
  const transport = transportFor(rest);
  const jobs = transport === 'bulk' ? Math.ceil(rest / MOST_ROWS_IN_A_JOB) : 0;
  const collections = (rows: number): number => Math.ceil(rows / MOST_IN_A_COLLECTION);
  return {
    transport,
    jobs,
    apiCalls:
      collections(first) +
      collections(tally.count('reactivate')) +
      collections(partnerAccounts) +
      collections(tally.grants()) +
      (transport === 'bulk' ? jobs * CALLS_A_JOB : collections(rest)),
    accountsWithRoles: accounts,
    mostNewRoles: accounts * ROLES_AN_ACCOUNT,
    partnerAccounts
  };
}
