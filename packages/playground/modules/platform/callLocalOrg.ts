import type { FetchResponse } from 'lightning/uiRecordApi';
import { parsedJson } from 'sf-cli/json';
import { deepFreeze } from './deepFreeze.ts';
import { context } from './context.ts';

export type ApiResult<Data> =
  { readonly ok: true; readonly data: Data } | { readonly ok: false; readonly error: FetchResponse };

/**
 * Calls the local org in the name of the selected person; `path` is below `/services/data/v68.0`. Without a response,
 * the error has status 0 and the browser's message. A response that is not JSON is an error with its own status.
 */
export async function callLocalOrg<Data>(method: string, path: string, body?: unknown): Promise<ApiResult<Data>> {
  try {
    const response = await fetch(`/services/data/v${context.apiVersion}${path}`, {
      method,
      headers: {
        Authorization: `Bearer ${context.accessToken}`,
        Accept: 'application/json',
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' })
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) })
    });
    const text = await response.text();
    const parsed = text === '' ? null : parsedJson(text);
    return response.ok && parsed !== undefined
      ? { ok: true, data: parsed as Data }
      : { ok: false, error: toFetchResponse(response, parsed === undefined ? text : parsed) };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return {
      ok: false,
      error: deepFreeze({ ok: false, status: 0, statusText: '', body: { message }, headers: {} })
    };
  }
}

function toFetchResponse(response: Response, body: unknown): FetchResponse {
  return deepFreeze({
    ok: false,
    status: response.status,
    statusText: response.statusText,
    body,
    headers: Object.fromEntries(response.headers)
  });
}
