import type { ExternalUserKind, UserDraft } from 'c/externalUserRules';

/** What the plan says of a row before anything is sent. */
export const PLAN_OUTCOMES = ['enable', 'already', 'reactivate', 'skip', 'blocked'] as const;
export type PlanOutcome = (typeof PLAN_OUTCOMES)[number];

/** How every row of the input ends; each in exactly one of these. */
export const RESULT_OUTCOMES = ['created', 'already', 'reactivated', 'skipped', 'failed', 'unprocessed'] as const;
export type ResultOutcome = (typeof RESULT_OUTCOMES)[number];

/** A row of the input as it was read. Rows are counted from 1, lines as an editor counts them. */
export interface InputRow {
  readonly row: number;
  readonly line: number;
  /** 18 characters; empty where the row has a problem with it. */
  readonly contactId: string;
  /** As they were written, in the order of the input's columns. */
  readonly cells: readonly string[];
  /** What is wrong with the row itself, with what to do; null for nothing. */
  readonly problem: string | null;
}

export interface PlanRow {
  readonly row: number;
  readonly contactId: string;
  readonly accountId: string;
  readonly kind: ExternalUserKind;
  readonly profileId: string;
  /** Empty where the licence can't be read. */
  readonly licenseId: string;
  readonly isRoleBased: boolean;
  readonly outcome: PlanOutcome;
  /** Of the rules, or of the plan itself. */
  readonly code: string;
  readonly sentence: string;
  /** The user to create; null for rows that make none. */
  readonly draft: UserDraft | null;
  /** Who holds the contact already; null for nobody. */
  readonly userId: string | null;
}

export type Transport = 'collections' | 'bulk';
export type SendState = 'prepared' | 'sent' | 'done';

/** One request with rows in it. It is written before the request goes out. */
export interface Send {
  readonly id: number;
  readonly transport: Transport;
  /** Null until there is a job, and for collections. */
  readonly jobId: string | null;
  /** The step of the run, such as `firstUsers`. */
  readonly stage: string;
  readonly state: SendState;
  /** ISO 8601. */
  readonly at: string;
}

export interface SendRow {
  readonly row: number;
  /** 1 for the first try. */
  readonly attempt: number;
  readonly username: string;
  readonly nickname: string;
}

export interface ResultRow {
  readonly row: number;
  readonly outcome: ResultOutcome;
  readonly userId: string | null;
  readonly code: string;
  readonly message: string;
}
