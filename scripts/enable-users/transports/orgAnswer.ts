import { explainFailure, type Failure } from 'c/externalUserRules';
import type { Answer, Refusal } from 'sf-cli/answer';

/** A refusal with what the rules make of it. A lost connection is one too, with the failure `noAnswer`. */
export interface OrgRefusal extends Refusal {
  readonly failure: Failure;
  /** Milliseconds that the org asks to wait by its header Retry-After. */
  readonly retryAfter?: number | null;
}

export type OrgAnswer<Value> = Answer<Value, OrgRefusal>;

/** A refusal in the org's own words. */
export function refusal(code: string, message: string, status: number | null): OrgRefusal {
  return {
    kind: 'refused',
    code,
    message,
    failure: explainFailure({ status, body: [{ errorCode: code, message }] })
  };
}

export function refusedFor(failure: Failure): OrgRefusal {
  return { kind: 'refused', code: failure.code, message: failure.message, failure };
}

/** An answer that can't be one to what was asked. */
export function unreadable(message: string, status: number | null = null): OrgRefusal {
  return refusedFor({ code: 'unreadable', field: null, message, details: message, status });
}
