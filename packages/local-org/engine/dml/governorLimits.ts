/** What one transaction may do at most. Source: Salesforce Help, "Per-Transaction Flow Limits"; Platform Events Developer Guide, allocations: publish calls. */
const LIMITS = { queries: 100, queryRows: 50_000, dmlStatements: 150, dmlRows: 10_000, publishes: 150 } as const;

type Counted = keyof typeof LIMITS;

/** Counts what a transaction does. Nothing is refused here: who counts asks `exceeded` before it goes on. */
export interface GovernorLimits {
  readonly used: Readonly<Record<Counted, number>>;
  /** What the platform says of the first limit that was passed: `Too many SOQL queries: 101`. */
  readonly exceeded: string | null;
  countQuery(rows: number): void;
  countDml(rows: number): void;
  countPublish(): void;
  /** Begins anew, as each 200 records of a request do. */
  renew(): void;
}

/** Nothing is used yet. */
export function createGovernorLimits(): GovernorLimits {
  let used: Record<Counted, number> = none();
  let exceeded: string | null = null;

  function count(counted: Counted, amount: number): void {
    used[counted] += amount;
    if (used[counted] > LIMITS[counted]) exceeded ??= textOf(counted, used[counted]);
  }

  return {
    get used() {
      return used;
    },
    get exceeded() {
      return exceeded;
    },
    countQuery: (rows) => {
      count('queries', 1);
      count('queryRows', rows);
    },
    countDml: (rows) => {
      count('dmlStatements', 1);
      count('dmlRows', rows);
    },
    countPublish: () => {
      count('publishes', 1);
    },
    renew: () => {
      used = none();
      exceeded = null;
    }
  };
}

function none(): Record<Counted, number> {
  return { queries: 0, queryRows: 0, dmlStatements: 0, dmlRows: 0, publishes: 0 };
}

/** As Apex says it, which enforces the limits of flows. */
function textOf(counted: Counted, used: number): string {
  switch (counted) {
    case 'queries':
      return `Too many SOQL queries: ${String(used)}`;
    case 'queryRows':
      return `Too many query rows: ${String(used)}`;
    case 'dmlStatements':
      return `Too many DML statements: ${String(used)}`;
    case 'dmlRows':
      return `Too many DML rows: ${String(used)}`;
    case 'publishes':
      return `Too many EventBus.publish calls: ${String(used)}`;
  }
}
