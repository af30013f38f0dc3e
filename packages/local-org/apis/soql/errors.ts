import type { ApiError } from '../shared/errors.ts';
import type { Compilation } from './compilation.ts';
import { notModelled } from '../../engine/schema/notModelled.ts';

/**
 * Reports an error at a place in the query, in Salesforce's form: the line, a caret, `ERROR at Row:1:Column:8`, the message.
 * The place is the first occurrence of `text`; without one, only the message is reported.
 */
export function reportAt(compilation: Compilation, errorCode: string, text: string, message: string): null {
  compilation.problems.push({ status: 400, errorCode, message: locate(compilation.soql, text) + message });
  return null;
}

/** Reports an error of the whole query. */
export function report(compilation: Compilation, errorCode: string, message: string): null {
  compilation.problems.push({ status: 400, errorCode, message });
  return null;
}

/** Reports valid SOQL that the local org does not model. */
export function reportNotModelled(compilation: Compilation, what: string): null {
  return report(compilation, 'MALFORMED_QUERY', notModelled(`${what} is not supported`));
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

export const noQuery: ApiError = {
  status: 400,
  errorCode: 'MALFORMED_QUERY',
  message: 'A query string has to be specified'
};

export const invalidLocator: ApiError = {
  status: 400,
  errorCode: 'INVALID_QUERY_LOCATOR',
  message: 'invalid query locator'
};
