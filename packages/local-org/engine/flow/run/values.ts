import type { World } from '../../world/world.ts';
import { resourceOf } from '../model/flow.ts';
import type { Resource } from '../model/resources.ts';
import type { FlowDataType, FlowRecord, FlowValue, ValueSource } from '../model/values.ts';
import { evaluateFormula } from '../formula/evaluateFormula.ts';
import type { Expression } from '../formula/expression.ts';
import { parseFormula } from '../formula/parseFormula.ts';
import { formulaTypes } from '../paths/typeOfPath.ts';
import { globalValue } from './globals.ts';
import { isCollection, isRecord, type Frame, type Interview } from './interview.ts';
import type { FieldValue } from '../../storage/record.ts';

const parsedFormulas = new Map<string, Expression>();

/** The interview and the running flow in it. Values are read and written there. */
export interface RunContext {
  readonly world: World;
  readonly interview: Interview;
  readonly frame: Frame;
}

/** The value of a source; null without a source. */
export function sourceValue(running: RunContext, source: ValueSource | null): FlowValue {
  if (source === null) return null;
  switch (source.kind) {
    case 'text':
      return mergedText(running, source.text);
    case 'literal':
    case 'date':
    case 'dateTime':
      return source.value;
    case 'reference':
      return valueAt(running, source.path);
  }
}

/** Replaces the merge fields `{!path}` of a text by their values. */
export function mergedText(running: RunContext, text: string): string {
  return text.replace(/\{!([^{}]+)\}/g, (_, path: string) => textOfValue(valueAt(running, path.trim())));
}

/** The value of a path; null if it leads nowhere. */
export function valueAt(running: RunContext, path: string): FlowValue {
  const segments = path.split('.');
  const { value, taken } = startOf(running, segments);
  return walk(running.world, value, segments.slice(taken));
}

function startOf(
  running: RunContext,
  segments: readonly string[]
): { readonly value: FlowValue; readonly taken: number } {
  const { world, interview, frame } = running;
  const [first = '', second = ''] = segments;
  const known = frame.values.get(first.toLowerCase());
  if (known !== undefined) return { value: known, taken: 1 };
  const ofElement = frame.values.get(`${first}.${second}`.toLowerCase());
  if (ofElement !== undefined) return { value: ofElement, taken: 2 };
  if (first.toLowerCase() === '$record__prior') {
    const { trigger } = interview;
    const fields = trigger?.prior ?? null;
    return { value: trigger === null || fields === null ? null : { object: trigger.object, fields }, taken: 1 };
  }
  const global = globalValue(world, interview, segments);
  if (global !== null) return global;
  const resource = resourceOf(frame.flow, first);
  return { value: resource === undefined ? null : resourceValue(running, resource), taken: 1 };
}

function resourceValue(running: RunContext, resource: Resource): FlowValue {
  switch (resource.kind) {
    case 'variable':
      return null;
    case 'constant':
    case 'choice':
      return coerced(sourceValue(running, resource.value), resource.dataType);
    case 'formula':
      return evaluate(running, resource.expression, resource);
    case 'textTemplate':
      return mergedText(running, resource.text);
    case 'recordChoiceSet':
    case 'picklistChoiceSet':
      return null;
  }
}

/** Evaluates a formula and converts the result to its type. The formula was checked when the flow was deployed. */
export function evaluate(
  running: RunContext,
  formula: string,
  { dataType, scale }: { readonly dataType: FlowDataType; readonly scale: number }
): FlowValue {
  const { frame, world } = running;
  const value = evaluateFormula(expressionOf(formula), {
    resolve: (path) => valueAt(running, path),
    typesOf: formulaTypes(frame.flow, world)
  });
  const result = coerced(value, dataType);
  return typeof result === 'number' ? Number(result.toFixed(scale)) : result;
}

function expressionOf(formula: string): Expression {
  const known = parsedFormulas.get(formula);
  if (known !== undefined) return known;
  const result = parseFormula(formula);
  if (!result.ok) throw new Error(`A flow was deployed with the formula ${formula}: ${result.problem}`);
  parsedFormulas.set(formula, result.expression);
  return result.expression;
}

/** Follows a path from a record: to fields, and over relationships to other records. */
function walk(world: World, start: FlowValue, segments: readonly string[]): FlowValue {
  let value = start;
  for (const segment of segments) {
    if (!isRecord(value)) return null;
    value = memberOf(world, value, segment);
  }
  return value;
}

function memberOf(world: World, record: FlowRecord, name: string): FlowValue {
  const object = world.schema.object(record.object);
  if (object === undefined) return null;
  const field = world.schema.field(object, name);
  if (field !== undefined) return record.fields[field.apiName] ?? null;
  const reference = world.schema.relationship(object, name);
  const id = reference === undefined ? undefined : record.fields[reference.apiName];
  const parent = typeof id === 'string' ? world.records.find(id) : undefined;
  if (parent === undefined) return null;
  return { object: world.schema.objectOfId(parent.Id)?.apiName ?? '', fields: parent };
}

/** A value as text. */
export function textOfValue(value: FlowValue): string {
  if (value === null) return '';
  if (isCollection(value)) return `[${value.map(textOfValue).join(', ')}]`;
  return isRecord(value) ? textOfValue(value.fields['Id'] ?? null) : String(value);
}

/** Converts a value to the type of a variable. */
export function coerced(value: FlowValue, dataType: FlowDataType): FlowValue {
  if (isCollection(value)) return value.map((item) => coerced(item, dataType));
  if (value === null || isRecord(value)) return value;
  switch (dataType) {
    case 'String':
    case 'Picklist':
      return String(value);
    case 'Number':
    case 'Currency':
      return numberOf(value);
    case 'Boolean':
      return value === true || value === 'true';
    case 'Date':
      return String(value).slice(0, 10);
    case 'DateTime':
    case 'SObject':
      return value;
  }
}

function numberOf(value: FieldValue): number | null {
  const number = typeof value === 'number' ? value : Number(value);
  return value === '' || Number.isNaN(number) ? null : number;
}
