import type { FetchResponse } from 'lightning/uiRecordApi';
import { textAt } from 'sf-cli/json';

/** The org's message about a refused request. */
export function messageOf({ body, status, statusText }: FetchResponse): string {
  const first: unknown = Array.isArray(body) ? body[0] : body;
  return textAt(first, 'message') || `${String(status)} ${statusText}`;
}
