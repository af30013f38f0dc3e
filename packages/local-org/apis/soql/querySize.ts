import type { Compilation } from './compilation.ts';
import { report } from './errors.ts';
import { notModelled } from '../../engine/schema/notModelled.ts';

/** Source: Salesforce Developer Limits and Allocations Quick Reference, "SOQL and SOSL Limits for Search Queries" [F-094]. */
const MOST_CHARACTERS = 100_000;
const MOST_CHARACTERS_OF_STRING = 4000;
/** No document names a limit; the parser needs a part of the stack for each level. */
const MOST_LEVELS = 100;

/**
 * Reports a query that is too long or too deep for the parser, before it is parsed: the parser would need minutes for it. No document
 * has the texts; they are ours.
 */
export function reportExcess(compilation: Compilation): null | undefined {
  const { soql } = compilation;
  if (soql.length > MOST_CHARACTERS) {
    return report(compilation, 'QUERY_TOO_COMPLICATED', notModelled('A query has at most 100,000 characters'));
  }
  let depth = 0;
  for (let at = 0; at < soql.length; at++) {
    const character = soql[at];
    if (character === "'") {
      const end = endOfString(soql, at);
      if (end === -1) return report(compilation, 'MALFORMED_QUERY', "unexpected token: '<EOF>'");
      if (end - at - 1 > MOST_CHARACTERS_OF_STRING) {
        return report(compilation, 'MALFORMED_QUERY', notModelled('A string in a query has at most 4,000 characters'));
      }
      at = end;
    } else if (character === '(') {
      depth += 1;
      if (depth > MOST_LEVELS) {
        return report(compilation, 'QUERY_TOO_COMPLICATED', notModelled('Parentheses are nested at most 100 deep'));
      }
    } else if (character === ')') depth -= 1;
  }
  return undefined;
}

/** The closing quote of the string that opens at `start`; -1 without one. */
function endOfString(soql: string, start: number): number {
  for (let at = start + 1; at < soql.length; at++) {
    if (soql[at] === '\\') at += 1;
    else if (soql[at] === "'") return at;
  }
  return -1;
}
