import { isJsonObject } from '../../shared/jsonBody.ts';

/** `@{refAccount.id}`, `@{query.records[0].Account.Name}` */
const REFERENCE = /@\{([^{}]*)\}/g;

export type Resolved<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly message: string; readonly dependsOn: string };

/**
 * Replaces references in a text or a JSON value by the answers of earlier subrequests.
 * Source: REST API Developer Guide, "Composite Request Body": `.` reads a field, `[]` an element; names are case-sensitive.
 */
export function resolveReferences<T>(value: T, answers: ReadonlyMap<string, unknown>): Resolved<T>;
export function resolveReferences(value: unknown, answers: ReadonlyMap<string, unknown>): Resolved<unknown> {
  if (typeof value === 'string') return resolveText(value, answers);
  if (Array.isArray(value)) {
    const items: unknown[] = [];
    for (const one of value) {
      const resolved = resolveReferences<unknown>(one, answers);
      if (!resolved.ok) return resolved;
      items.push(resolved.value);
    }
    return { ok: true, value: items };
  }
  if (!isJsonObject(value)) return { ok: true, value };
  const entries: [string, unknown][] = [];
  for (const [key, one] of Object.entries(value)) {
    const resolved = resolveReferences<unknown>(one, answers);
    if (!resolved.ok) return resolved;
    entries.push([key, resolved.value]);
  }
  return { ok: true, value: Object.fromEntries(entries) };
}

/** A text that is one reference becomes the value itself; a reference inside a longer text becomes text. */
function resolveText(text: string, answers: ReadonlyMap<string, unknown>): Resolved<unknown> {
  let whole: unknown;
  let isWhole = false;
  for (const [reference, path = ''] of text.matchAll(REFERENCE)) {
    const read = readPath(path, answers);
    if (!read.ok) return read;
    isWhole = reference === text;
    whole = read.value;
  }
  if (isWhole) return { ok: true, value: whole };
  const value = text.replace(REFERENCE, (_, path: string) => {
    const read = readPath(path, answers);
    return read.ok ? String(read.value) : '';
  });
  return { ok: true, value };
}

function readPath(path: string, answers: ReadonlyMap<string, unknown>): Resolved<unknown> {
  const [referenceId = '', ...steps] = path.split(/\.|(?=\[)/);
  let value = answers.get(referenceId);
  for (const step of steps) value = stepInto(value, step);
  if (value !== undefined) return { ok: true, value };
  return {
    ok: false,
    message: `Invalid reference specified. No value for ${path} found in ${referenceId}.`,
    dependsOn: referenceId
  };
}

function stepInto(value: unknown, step: string): unknown {
  const index = /^\[(\d+)\]$/.exec(step)?.[1];
  if (index !== undefined) return Array.isArray(value) ? (value[Number(index)] as unknown) : undefined;
  return isJsonObject(value) && Object.hasOwn(value, step) ? value[step] : undefined;
}
