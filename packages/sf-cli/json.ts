/** Narrows the answer of a program or an org, of which any part may be missing. */

export type Json = Readonly<Record<string, unknown>>;

export function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function valueAt(container: unknown, ...path: readonly string[]): unknown {
  let value = container;
  for (const name of path) value = isJson(value) ? value[name] : undefined;
  return value;
}

/** The text at the end of a path, or empty. */
export function textAt(container: unknown, ...path: readonly string[]): string {
  const value = valueAt(container, ...path);
  return typeof value === 'string' ? value : '';
}

export function numberAt(container: unknown, ...path: readonly string[]): number | null {
  const value = valueAt(container, ...path);
  return typeof value === 'number' ? value : null;
}

/** A boolean, which XML writes as text; null where there is none. */
export function flagAt(container: unknown, ...path: readonly string[]): boolean | null {
  const value = valueAt(container, ...path);
  if (value === true || value === 'true') return true;
  return value === false || value === 'false' ? false : null;
}

export function listAt(container: unknown, ...path: readonly string[]): readonly unknown[] {
  const value = valueAt(container, ...path);
  return Array.isArray(value) ? value : [];
}

/** The value of a JSON text; undefined for any other text. */
export function parsedJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}
