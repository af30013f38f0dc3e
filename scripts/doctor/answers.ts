export { flagAt, isJson, listAt, numberAt, textAt, valueAt, type Json } from 'sf-cli/json';
import type { Known } from '../shared/sf/asked.ts';

export { known } from '../shared/sf/asked.ts';

/** What the org says, or the code and words with which it refuses. */
export type Answer<Value> =
  Known<Value> | { readonly kind: 'refused'; readonly code: string; readonly message: string };

/** The value if it is known, or what stands in for it. */
export function valueOr<Value, Other>(answer: Answer<Value>, other: Other): Value | Other {
  return answer.kind === 'known' ? answer.value : other;
}

/** In parentheses behind a sentence: why it is not known. */
export function reasonOf({ code, message }: { readonly code: string; readonly message: string }): string {
  const words = message.replace(/\s+/g, ' ').trim();
  return code === '' || words.includes(code) ? words : `${code}: ${words}`;
}
