/** What an org answered, asked through the sf CLI or through an API: a value, or a refusal that says why. */
export type Answer<Value, Refused extends Refusal = Refusal> = Known<Value> | Refused;

export interface Known<Value> {
  readonly kind: 'known';
  readonly value: Value;
}

/** A refusal in the words of the org or of the CLI. What else is known of it, an extending type adds. */
export interface Refusal {
  readonly kind: 'refused';
  /** Such as `INVALID_FIELD` of the org, or `NamedOrgNotFoundError` of the CLI; empty where none came. */
  readonly code: string;
  readonly message: string;
}

export function known<Value>(value: Value): Known<Value> {
  return { kind: 'known', value };
}

export function refused(code: string, message: string): Refusal {
  return { kind: 'refused', code, message };
}

/** The value if it is known, or what stands in for it. */
export function valueOr<Value, Other>(answer: Answer<Value>, other: Other): Value | Other {
  return answer.kind === 'known' ? answer.value : other;
}
