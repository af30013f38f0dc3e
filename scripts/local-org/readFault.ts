import type { Fault, FaultEffect } from './faults.ts';
import { isJsonObject, type JsonObject } from './jsonBody.ts';

/** A fault from the body of `POST /__local/faults`; null when it is none. `times` is 1 where it says nothing. */
export function readFault({ method, path, times, operation, effect }: JsonObject): Fault | null {
  const read = isJsonObject(effect) ? readEffect(effect) : null;
  if (typeof method !== 'string' || typeof path !== 'string' || read === null) return null;
  return {
    method,
    path,
    times: typeof times === 'number' ? times : 1,
    ...(typeof operation === 'string' ? { operation } : {}),
    effect: read
  };
}

function readEffect({ kind, status, body, headers, milliseconds }: JsonObject): FaultEffect | null {
  switch (kind) {
    case 'respond':
    case 'respondAfterCommit':
      return typeof status === 'number' ? { kind, status, body: body ?? [], headers: textsOf(headers) } : null;
    case 'dropBeforeCommit':
    case 'dropAfterCommit':
    case 'hangBeforeCommit':
    case 'hangAfterCommit':
      return { kind };
    case 'delay':
      return typeof milliseconds === 'number' ? { kind, milliseconds } : null;
    default:
      return null;
  }
}

function textsOf(headers: unknown): Record<string, string> {
  const entries = isJsonObject(headers) ? Object.entries(headers) : [];
  return Object.fromEntries(
    entries.flatMap(([name, value]): [string, string][] => (typeof value === 'string' ? [[name, value]] : []))
  );
}
