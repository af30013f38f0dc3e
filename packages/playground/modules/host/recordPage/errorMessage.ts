import type { FetchResponse } from 'lightning/uiRecordApi';
import { textAt } from 'sf-cli/json';

/** What a refused request says, in the org's words. */
export function messageOf({ body, status, statusText }: FetchResponse): string {
  const first: unknown = Array.isArray(body) ? body[0] : body;
  return textAt(first, 'message') || `${String(status)} ${statusText}`;
}
