import { isId } from '../ids.ts';
import type { Comparison, Operand } from '../query/comparison.ts';
import { dateLiteralRange } from '../query/dateRange.ts';
import type { FieldSchema, FieldValue } from '../types.ts';
import { report, type Compilation } from './compilation.ts';

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** What a condition compares with, as the parser gives it: raw text and the type of the literal. */
export interface RawValue {
  readonly field: FieldSchema;
  readonly comparison: Comparison;
  readonly value: string | readonly string[];
  readonly literalType: string | readonly string[] | undefined;
  readonly n: number;
}

/** The operand of a condition; a literal of the wrong type for the field is INVALID_FIELD. */
export function operandOf(compilation: Compilation, raw: RawValue): Operand | null {
  if (typeof raw.value !== 'string') {
    const types = raw.literalType;
    const values = raw.value.map((value, index) => {
      const type = typeof types === 'string' || types === undefined ? types : types[index];
      return literalValue(compilation, raw, value, type ?? 'STRING');
    });
    return { kind: 'values', values: values.map((value) => value ?? null) };
  }
  const type = typeof raw.literalType === 'string' ? raw.literalType : 'STRING';
  if (type === 'DATE_LITERAL' || type === 'DATE_N_LITERAL') {
    const [name = ''] = raw.value.split(':');
    const range = dateLiteralRange(name, raw.n, compilation.view.org.clock.now());
    return range === null
      ? report(compilation, 'MALFORMED_QUERY', `unexpected token: '${raw.value}'`)
      : { kind: 'range', range };
  }
  const value = literalValue(compilation, raw, raw.value, type);
  return value === undefined ? null : { kind: 'value', value };
}

function literalValue(compilation: Compilation, raw: RawValue, text: string, type: string): FieldValue | undefined {
  if (type === 'NULL') return null;
  const wanted = typeOf(raw.field);
  switch (type) {
    case 'STRING':
      if (wanted !== 'string' && wanted !== 'ID') return wrongType(compilation, raw.field, wanted);
      return stringValue(compilation, raw, text.slice(1, -1));
    case 'BOOLEAN':
      return wanted === 'boolean' ? text.toUpperCase() === 'TRUE' : wrongType(compilation, raw.field, wanted);
    case 'INTEGER':
    case 'DECIMAL':
      return wanted === 'double' ? Number(text) : wrongType(compilation, raw.field, wanted);
    case 'DATE':
      return wanted === 'date' ? text : wrongType(compilation, raw.field, wanted);
    case 'DATETIME':
      return wanted === 'dateTime' ? text : wrongType(compilation, raw.field, wanted);
    default:
      report(compilation, 'MALFORMED_QUERY', `unexpected token: '${text}'`);
      return undefined;
  }
}

function stringValue(compilation: Compilation, { field, comparison }: RawValue, inner: string): FieldValue | undefined {
  if (comparison === 'like') return inner;
  const value = inner.replace(/\\(.)/gs, (_match, character: string) => ESCAPES[character] ?? character);
  if (typeOf(field) === 'ID' && value !== '' && !isId(value)) {
    report(compilation, 'INVALID_QUERY_FILTER_OPERATOR', `invalid ID field: ${value}`);
    return undefined;
  }
  return value;
}

function wrongType(compilation: Compilation, field: FieldSchema, wanted: string): undefined {
  const quotes =
    wanted === 'string' || wanted === 'ID' ? 'should be enclosed in quotes' : 'should not be enclosed in quotes';
  report(
    compilation,
    'INVALID_FIELD',
    `value of filter criterion for field '${field.apiName}' must be of type ${wanted} and ${quotes}`
  );
  return undefined;
}

function typeOf(field: FieldSchema): 'string' | 'ID' | 'boolean' | 'double' | 'date' | 'dateTime' {
  switch (field.dataType) {
    case 'id':
    case 'reference':
      return 'ID';
    case 'boolean':
      return 'boolean';
    case 'int':
    case 'double':
    case 'currency':
    case 'percent':
      return 'double';
    case 'date':
      return 'date';
    case 'datetime':
      return 'dateTime';
    default:
      return 'string';
  }
}
