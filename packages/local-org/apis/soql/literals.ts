import type { Comparison, Operand } from '../../engine/query/comparison.ts';
import { dateLiteralRange } from '../../engine/query/dateRange.ts';
import type { FieldSchema } from '../../engine/schema/objectSchema.ts';
import { valueTypeOf } from '../../engine/schema/valueType.ts';
import { isId } from '../../engine/storage/ids.ts';
import type { FieldValue } from '../../engine/storage/record.ts';
import type { Compilation } from './compilation.ts';
import { report } from './errors.ts';

/** SOQL and SOSL Reference, "Quoted String Escape Sequences" [F-091]. */
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** The right side of a condition as the parser gives it: text, and the type of the literal. */
export interface RawValue {
  readonly field: FieldSchema;
  readonly comparison: Comparison;
  readonly value: string | readonly string[];
  readonly literalType: string | readonly string[] | undefined;
  readonly n: number;
}

/** Reads the operand of a condition. A literal of the wrong type for the field is INVALID_FIELD. */
export function operandOf(compilation: Compilation, raw: RawValue): Operand | null {
  if (typeof raw.value !== 'string') {
    const types = raw.literalType;
    const values = raw.value.map((value, index) => {
      const type = typeof types === 'string' || types === undefined ? types : types[index];
      return literal(compilation, raw, value, type ?? 'STRING')?.value ?? null;
    });
    return { kind: 'values', values };
  }
  const type = typeof raw.literalType === 'string' ? raw.literalType : 'STRING';
  if (type === 'DATE_LITERAL' || type === 'DATE_N_LITERAL') {
    const [name = ''] = raw.value.split(':');
    const range = dateLiteralRange(name, raw.n, compilation.view.org.clock.now());
    return range === null
      ? report(compilation, 'MALFORMED_QUERY', `unexpected token: '${raw.value}'`)
      : { kind: 'range', range };
  }
  const read = literal(compilation, raw, raw.value, type);
  return read === null ? null : { kind: 'value', value: read.value };
}

/** Reads a literal; null when it does not fit the field, which is reported. */
function literal(
  compilation: Compilation,
  raw: RawValue,
  text: string,
  type: string
): { readonly value: FieldValue } | null {
  const wanted = valueTypeOf(raw.field);
  switch (type) {
    case 'NULL':
      return { value: null };
    case 'STRING':
      if (wanted === 'string' || wanted === 'ID') return stringLiteral(compilation, raw, text.slice(1, -1));
      break;
    case 'BOOLEAN':
      if (wanted === 'boolean') return { value: text.toUpperCase() === 'TRUE' };
      break;
    case 'INTEGER':
    case 'DECIMAL':
      if (wanted === 'double') return { value: Number(text) };
      break;
    case 'DATE':
      if (wanted === 'date') return { value: text };
      break;
    case 'DATETIME':
      if (wanted === 'dateTime') return { value: text };
      break;
    default:
      return report(compilation, 'MALFORMED_QUERY', `unexpected token: '${text}'`);
  }
  const quotes = wanted === 'string' || wanted === 'ID' ? 'should be enclosed' : 'should not be enclosed';
  return report(
    compilation,
    'INVALID_FIELD',
    `value of filter criterion for field '${raw.field.apiName}' must be of type ${wanted} and ${quotes} in quotes`
  );
}

function stringLiteral(
  compilation: Compilation,
  { field, comparison }: RawValue,
  inner: string
): { readonly value: FieldValue } | null {
  const illegal = illegalSequence(inner, comparison === 'like');
  if (illegal !== null) {
    const problem = `Invalid string literal '${inner}'. Illegal character sequence '${illegal}' in string literal.`;
    return report(compilation, 'MALFORMED_QUERY', problem);
  }
  // LIKE reads its own backslashes, because they also escape % and _.
  if (comparison === 'like') return { value: inner };
  const value = inner.replace(/\\(?:u([0-9a-f]{4})|(.))/gis, (_match, code: string | undefined, character = '') =>
    code === undefined
      ? (ESCAPES[String(character).toLowerCase()] ?? String(character))
      : String.fromCharCode(parseInt(code, 16))
  );
  if (valueTypeOf(field) !== 'ID' || value === '' || isId(value)) return { value };
  return report(compilation, 'INVALID_QUERY_FILTER_OPERATOR', `invalid ID field: ${value}`);
}

/** A backslash in any other context is an error, by the same document. The text was seen in answers of orgs. */
function illegalSequence(inner: string, isPattern: boolean): string | null {
  const sequences = [...inner.matchAll(/\\(?:u[0-9a-f]{4}|[^])?/giu)].map(([sequence]) => sequence);
  const isLegal = (sequence: string): boolean =>
    /^\\(?:u[0-9a-f]{4}|[nrtbf"'\\])$/iu.test(sequence) || (isPattern && /^\\[_%]$/u.test(sequence));
  return sequences.find((sequence) => !isLegal(sequence)) ?? null;
}
