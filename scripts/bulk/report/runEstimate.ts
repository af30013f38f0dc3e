import { FEWEST_FOR_BULK } from '../run/enabling.ts';
import { numberIn } from '../store/rows.ts';
import type { Store } from '../store.ts';
import { MOST_IN_A_COLLECTION } from '../transports/collections.ts';
import { MOST_BYTES_IN_A_JOB } from '../transports/ingest.ts';
import type { Transport } from '../types.ts';

/** What the run of a plan takes, where nothing has to be sent again. */
export interface RunEstimate {
  /** Of the rows behind the first ones of their accounts. */
  readonly transport: Transport;
  /** Bulk API 2.0 jobs. */
  readonly jobs: number;
  readonly apiCalls: number;
  /** Accounts whose first role-based user makes roles. */
  readonly accountsWithRoles: number;
  /** At most: an account has one to three roles, as Setup says (Help, Optimize Roles). Roles that are there are not made again. */
  readonly mostNewRoles: number;
  readonly partnerAccounts: number;
}

const ROLES_AN_ACCOUNT = 3;

/** Create, upload, close, three result files, and a few looks at its state. */
const CALLS_A_JOB = 12;

export function estimateRun(store: Store): RunEstimate {
  const count = (from: string): number => numberIn(store.database.first(`SELECT ${from}`), 'rows');
  const users = count("count(*) AS rows FROM plan WHERE outcome = 'enable'");
  const first = count("count(DISTINCT accountId) AS rows FROM plan WHERE outcome = 'enable' AND isRoleBased = 1");
  const reactivated = count("count(*) AS rows FROM plan WHERE outcome = 'reactivate'");
  const partnerAccounts = count(
    "count(DISTINCT accountId) AS rows FROM plan WHERE outcome = 'enable' AND code = 'partnerAccountNotEnabled'"
  );
  const bytes = count("coalesce(sum(length(draft)), 0) AS rows FROM plan WHERE outcome = 'enable'");
  const rest = users - first;
  const transport = rest < FEWEST_FOR_BULK ? 'collections' : 'bulk';
  const jobs = transport === 'bulk' ? Math.ceil(bytes / MOST_BYTES_IN_A_JOB) : 0;
  const collections = (rows: number): number => Math.ceil(rows / MOST_IN_A_COLLECTION);
  return {
    transport,
    jobs,
    apiCalls:
      collections(first) +
      collections(reactivated) +
      collections(partnerAccounts) +
      (transport === 'bulk' ? jobs * CALLS_A_JOB : collections(rest)),
    accountsWithRoles: first,
    mostNewRoles: first * ROLES_AN_ACCOUNT,
    partnerAccounts
  };
}
