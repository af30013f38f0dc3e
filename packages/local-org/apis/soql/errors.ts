import type { ApiError } from '../shared/errors.ts';
import type { View } from '../shared/view.ts';

/** One query on its way to a plan. The first of `problems` is what the caller gets to read. */
export interface Compilation {
  readonly view: View;
  readonly soql: string;
  /** `v68.0`: for the URLs of records. */
  readonly version: string;
  readonly problems: ApiError[];
}

/**
 * Records an error that points into the query, in Salesforce's form: the line, a caret, `ERROR at Row:1:Column:8`, the
 * message. `text` is what to point at; a text that the query does not hold leaves the bare message.
 */
export function reportAt(compilation: Compilation, errorCode: string, text: string, message: string): null {
  compilation.problems.push({ status: 400, errorCode, message: locate(compilation.soql, text) + message });
  return null;
}

/** Records an error of the whole query. */
export function report(compilation: Compilation, errorCode: string, message: string): null {
  compilation.problems.push({ status: 400, errorCode, message });
  return null;
}

/** Records that valid SOQL asks for something that only Salesforce itself can do. */
export function reportNotModelled(compilation: Compilation, what: string): null {
  return report(compilation, 'MALFORMED_QUERY', `${what} is not modelled by this local org`);
}

function locate(soql: string, text: string): string {
  const escaped = text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const offset = new RegExp(`(?<![\\w.])${escaped}(?![\\w.])`, 'i').exec(soql)?.index;
  if (offset === undefined) return '';
  const before = soql.slice(0, offset).split('\n');
  const row = before.length;
  const column = (before.at(-1)?.length ?? 0) + 1;
  const line = soql.split('\n')[row - 1] ?? '';
  return `\n${line}\n${' '.repeat(column - 1)}^\nERROR at Row:${String(row)}:Column:${String(column)}\n`;
}
