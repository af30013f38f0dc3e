import type { Problem } from '../../xml/problem.ts';
import { childOf, childrenOf, textOfChild, type XmlElement } from '../../xml/xml.ts';
import type {
  ComparisonOperator,
  Condition,
  FieldAssignment,
  FlowDataType,
  InputParameter,
  Named,
  OutputAssignment,
  RecordFilters,
  Sort,
  ValueSource
} from '../model/values.ts';
import { readLogic } from './logic.ts';
import { notSupported } from './supportedParts.ts';

/** The problems of a file. Readers add to it. */
export type Problems = Problem[];

export function isOn(element: XmlElement, name: string): boolean {
  return ['true', '1'].includes(textOfChild(element, name));
}

/** The text of a child; null if there is no such child, or it is empty. */
export function textOrNull(element: XmlElement, name: string): string | null {
  return textOfChild(element, name) || null;
}

export function numberOr(element: XmlElement, name: string, otherwise: number): number {
  const text = textOfChild(element, name);
  return text === '' ? otherwise : Number(text);
}

/** One of the supported values. Any other value is a problem, and the first value replaces it. */
export function oneOf<T extends string>(
  element: XmlElement,
  name: string,
  values: readonly [T, ...T[]],
  problems: Problems
): T {
  const child = childOf(element, name);
  if (child === undefined) return values[0];
  const text = child.text.trim();
  const found = values.find((value) => value === text);
  if (found === undefined) problems.push(notSupported(`<${name}> ${text}`, child));
  return found ?? values[0];
}

export function named(element: XmlElement, problems: Problems): Named {
  return { at: element.start, name: required(element, 'name', problems) };
}

/** The text of a required child. */
export function required(element: XmlElement, name: string, problems: Problems): string {
  const text = textOfChild(element, name);
  if (text === '') problems.push({ problem: `Required field is missing: ${name}`, ...element.start });
  return text;
}

/** The name of the element to which a connector leads. */
export function connectorOf(element: XmlElement, name = 'connector'): string | null {
  const connector = childOf(element, name);
  return connector === undefined ? null : textOrNull(connector, 'targetReference');
}

export const DATA_TYPES: readonly [FlowDataType, ...FlowDataType[]] = [
  'String',
  'Number',
  'Currency',
  'Boolean',
  'Date',
  'DateTime',
  'Picklist',
  'SObject'
];

/** The value of a `FlowElementReferenceOrValue`; null if it is missing or empty. */
export function valueOf(element: XmlElement, name = 'value'): ValueSource | null {
  const [given] = childOf(element, name)?.children ?? [];
  if (given === undefined) return null;
  const text = given.text.trim();
  switch (given.name) {
    case 'elementReference':
      return { kind: 'reference', path: text };
    case 'booleanValue':
      return { kind: 'literal', value: ['true', '1'].includes(text) };
    case 'numberValue':
      return { kind: 'literal', value: Number(text) };
    case 'dateValue':
      return { kind: 'date', value: text.slice(0, 10) };
    case 'dateTimeValue':
      return { kind: 'dateTime', value: new Date(text).toISOString().replace('Z', '+0000') };
    default:
      return { kind: 'text', text: given.text };
  }
}

const OPERATORS: readonly [ComparisonOperator, ...ComparisonOperator[]] = [
  'EqualTo',
  'NotEqualTo',
  'GreaterThan',
  'GreaterThanOrEqualTo',
  'LessThan',
  'LessThanOrEqualTo',
  'StartsWith',
  'EndsWith',
  'Contains',
  'In',
  'NotIn',
  'IsNull',
  'IsBlank',
  'IsEmpty',
  'IsChanged',
  'WasSet',
  'WasSelected',
  'WasVisited'
];

export function filtersOf(element: XmlElement, problems: Problems): RecordFilters {
  const filters = childrenOf(element, 'filters').map((filter) => ({
    at: filter.start,
    field: required(filter, 'field', problems),
    operator: oneOf(filter, 'operator', OPERATORS, problems),
    value: valueOf(filter)
  }));
  return { logic: readLogic(element, 'filterLogic', filters.length, problems), filters };
}

export function conditionsOf(element: XmlElement, problems: Problems): readonly Condition[] {
  return childrenOf(element, 'conditions').map((condition) => ({
    at: condition.start,
    left: required(condition, 'leftValueReference', problems),
    operator: oneOf(condition, 'operator', OPERATORS, problems),
    right: valueOf(condition, 'rightValue')
  }));
}

export function fieldAssignmentsOf(element: XmlElement, problems: Problems): readonly FieldAssignment[] {
  return childrenOf(element, 'inputAssignments').map((assignment) => ({
    at: assignment.start,
    field: required(assignment, 'field', problems),
    value: valueOf(assignment)
  }));
}

/** Reads `<inputAssignments>` of a subflow or `<inputParameters>` of a component. */
export function inputsOf(element: XmlElement, list: string, problems: Problems): readonly InputParameter[] {
  return childrenOf(element, list).map((input) => ({
    at: input.start,
    name: required(input, 'name', problems),
    value: valueOf(input)
  }));
}

/** Reads what is stored in variables: fields of a record or outputs. `from` is the element that names them. */
export function outputsOf(
  element: XmlElement,
  list: string,
  from: 'field' | 'name',
  problems: Problems
): readonly OutputAssignment[] {
  return childrenOf(element, list).map((output) => ({
    at: output.start,
    from: required(output, from, problems),
    assignToReference: required(output, 'assignToReference', problems)
  }));
}

export function sortOf(element: XmlElement): Sort | null {
  const field = textOrNull(element, 'sortField');
  return field === null ? null : { field, order: orderOf(element, 'sortOrder') ?? 'Asc' };
}

export function orderOf(element: XmlElement, name: string): 'Asc' | 'Desc' | null {
  const text = textOfChild(element, name);
  return text === 'Asc' || text === 'Desc' ? text : null;
}
