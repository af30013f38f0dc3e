import { createContext, Script } from 'node:vm';
import { toId18 } from '../../storage/ids.ts';
import { fixed, type FormulaFunction } from './formulaFunction.ts';
import type { FieldValue } from '../../storage/record.ts';

/** A formula does not distinguish between null and an empty text. */
export function isBlank(value: FieldValue): value is null | '' {
  return value === null || value === '';
}

export function asText(value: FieldValue): string {
  return value === null ? '' : String(value);
}

/**
 * Blank texts give null, but `LEN` and `FIND` give 0. `CONTAINS` and `BEGINS` of a blank text are null, which counts as false,
 * also under `NOT`. Source: Salesforce's formula engine (github.com/salesforce/formula-engine), Function*.java.
 */
export const TEXT_FUNCTIONS: Readonly<Record<string, FormulaFunction>> = {
  '&': fixed('Text', ['Text', 'Text'], ([one, other]) => asText(one ?? null) + asText(other ?? null) || null),
  LEFT: fixed('Text', ['Text', 'Number'], ([text, count]) => part(text, (all) => all.slice(0, size(count)))),
  RIGHT: fixed('Text', ['Text', 'Number'], ([text, count]) =>
    part(text, (all) => (size(count) === 0 ? '' : all.slice(-size(count))))
  ),
  MID: fixed('Text', ['Text', 'Number', 'Number'], ([text, start, count]) =>
    typeof start !== 'number'
      ? null
      : part(text, (all) => {
          const from = Math.max(1, Math.trunc(start)) - 1;
          return all.slice(from, from + size(count));
        })
  ),
  LOWER: fixed('Text', ['Text', 'Text'], ([text]) => part(text, (all) => all.toLowerCase()), 1),
  UPPER: fixed('Text', ['Text', 'Text'], ([text]) => part(text, (all) => all.toUpperCase()), 1),
  TRIM: fixed('Text', ['Text'], ([text]) => part(text, (all) => all.trim())),
  LEN: fixed('Number', ['Text'], ([text]) => asText(text ?? null).length),
  SUBSTITUTE: fixed('Text', ['Text', 'Text', 'Text'], ([text, before, after]) =>
    isBlank(text ?? null) || isBlank(before ?? null)
      ? (text ?? null)
      : asText(text ?? null).replaceAll(asText(before ?? null), () => asText(after ?? null))
  ),
  FIND: fixed(
    'Number',
    ['Text', 'Text', 'Number'],
    ([search, text, start]) =>
      isBlank(search ?? null) || isBlank(text ?? null)
        ? 0
        : asText(text ?? null).indexOf(asText(search ?? null), typeof start === 'number' ? start - 1 : 0) + 1,
    1
  ),
  CONTAINS: fixed('Boolean', ['Text', 'Text'], ([text, search]) =>
    matches(text, search, (all, some) => all.includes(some))
  ),
  BEGINS: fixed('Boolean', ['Text', 'Text'], ([text, search]) =>
    matches(text, search, (all, some) => all.startsWith(some))
  ),
  REGEX: fixed('Boolean', ['Text', 'Text'], ([text, pattern]) =>
    isWholeMatch(asText(text ?? null), asText(pattern ?? null))
  ),
  VALUE: fixed('Number', ['Text'], ([text]) => numberIn(asText(text ?? null))),
  CASESAFEID: fixed('Text', ['Text'], ([id]) => part(id, (text) => (text.length >= 15 ? toId18(text) : text))),
  // A setting of the org can replace the break by a marker: Metadata API Developer Guide, "FlowSettings".
  BR: fixed('Text', [], () => '<br>')
};

function size(count: FieldValue | undefined): number {
  return typeof count === 'number' ? Math.max(0, Math.trunc(count)) : 0;
}

function part(text: FieldValue | undefined, take: (text: string) => string): string | null {
  return take(asText(text ?? null)) || null;
}

function matches(
  text: FieldValue | undefined,
  search: FieldValue | undefined,
  isMatch: (text: string, search: string) => boolean
): boolean | null {
  if (isBlank(search ?? null)) return true;
  return isBlank(text ?? null) ? null : isMatch(asText(text ?? null), asText(search ?? null));
}

/** Whether the whole text matches. Patterns are those of Java; one that JavaScript cannot read, or that takes too long, is an error. */
function isWholeMatch(text: string, pattern: string): boolean | undefined {
  Object.assign(sandbox, { text, source: `^(?:${pattern})$` });
  try {
    return test.runInContext(sandbox, { timeout: MOST_MILLISECONDS }) === true;
  } catch {
    return undefined;
  }
}

/** A script of a context of its own can be ended, when a pattern tries every way to divide the text. */
const sandbox = createContext({});
const test = new Script('new RegExp(source).test(text)');
const MOST_MILLISECONDS = 250;

function numberIn(text: string): number | null | undefined {
  if (text === '') return null;
  return /^[-+]?(\d+(\.\d*)?|\.\d+)(e[-+]?\d+)?$/i.test(text) ? Number(text) : undefined;
}
