import type { DraftField } from 'c/externalUserRules';

/** One refusal with Salesforce's text. `field` is the User field that it names, `draftField` the field of the form. */
export interface OrgError {
  readonly errorCode: string;
  readonly message: string;
  readonly field: string | null;
  readonly draftField: DraftField | null;
}

export function says(
  errorCode: string,
  message: string,
  field: string | null = null,
  draftField: DraftField | null = null
): OrgError {
  return { errorCode, message, field, draftField };
}
