/**
 * The limits of one transaction. Source: Salesforce Help, "Per-Transaction Flow Limits"; for publish calls Winter '21 release
 * notes, "Make Apex Callouts After Publishing Platform Event Messages".
 */
const LIMITS = { queries: 100, queryRows: 50_000, dmlStatements: 150, dmlRows: 10_000, publishes: 150 } as const;

type Counted = keyof typeof LIMITS;

/** Counts what a transaction does. It refuses nothing itself: its users check `exceeded` after they have counted. */
export interface GovernorLimits {
  readonly used: Readonly<Record<Counted, number>>;
  /** The platform's text for the first limit that was exceeded: `Too many SOQL queries: 101`. */
  readonly exceeded: string | null;
  countQuery(rows: number): void;
  countDml(rows: number): void;
  countPublish(): void;
  /** Starts again from zero, as the platform does for each 200 records of a request. */
  renew(): void;
}

/** Counts from zero. */
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

/** The texts of Apex, which enforces the limits of flows too. */
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
