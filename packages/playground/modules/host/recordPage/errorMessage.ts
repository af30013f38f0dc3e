import type { FetchResponse } from 'lightning/uiRecordApi';

/** What a refused request says, in the org's words. */
export function messageOf({ body, status, statusText }: FetchResponse): string {
  const first: unknown = Array.isArray(body) ? body[0] : body;
  return typeof first === 'object' && first !== null && 'message' in first && typeof first.message === 'string'
    ? first.message
    : `${String(status)} ${statusText}`;
}
