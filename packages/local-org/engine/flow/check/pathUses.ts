import type { Position } from '../../xml/xml.ts';
import type { Flow } from '../model/flow.ts';
import type { FlowElement } from '../model/elements.ts';
import type { RecordFilters, ValueSource } from '../model/values.ts';
import type { Resource } from '../model/resources.ts';
import type { ScreenField } from '../model/screen.ts';

/** A path in a flow file, and how it is used. */
export interface PathUse {
  readonly path: string;
  readonly at: Position;
  readonly use: 'value' | 'condition' | 'text' | 'records' | 'collection' | 'target' | 'choice';
}

/** All paths of a flow except those in formulas. */
export function usesOf(flow: Flow): readonly PathUse[] {
  const { start } = flow;
  return [
    ...mergeFields(flow.interviewLabel, start.at),
    ...(start.triggerType === 'None' ? [] : inFilters(start.entry)),
    ...flow.resources.flatMap(inResource),
    ...flow.elements.flatMap(inElement)
  ];
}

/** The merge fields of a text. */
function mergeFields(text: string, at: Position): PathUse[] {
  return [...text.matchAll(/\{!([^{}]+)\}/g)].map(([, path = '']) => ({ path: path.trim(), at, use: 'text' }));
}

function inValue(value: ValueSource | null, at: Position): PathUse[] {
  if (value?.kind === 'reference') return [{ path: value.path, at, use: 'value' }];
  return value?.kind === 'text' ? mergeFields(value.text, at) : [];
}

function inFilters({ filters }: RecordFilters): PathUse[] {
  return filters.flatMap(({ value, at }) => inValue(value, at));
}

function inResource(resource: Resource): PathUse[] {
  const { at } = resource;
  switch (resource.kind) {
    case 'variable':
    case 'constant':
      return inValue(resource.value, at);
    case 'choice':
      return [...mergeFields(resource.choiceText, at), ...inValue(resource.value, at)];
    case 'textTemplate':
      return mergeFields(resource.text, at);
    case 'recordChoiceSet':
      return [...inFilters(resource.filters), ...targets(resource.outputAssignments)];
    case 'formula':
    case 'picklistChoiceSet':
      return [];
  }
}

function inElement(element: FlowElement): PathUse[] {
  const { at } = element;
  switch (element.kind) {
    case 'recordLookup':
      return [
        ...inFilters(element.filters),
        ...inValue(element.limit, at),
        ...target(element.outputReference, at),
        ...targets(element.outputAssignments)
      ];
    case 'recordCreate': {
      const { source } = element;
      const given: PathUse[] =
        source.kind === 'reference'
          ? [{ path: source.inputReference, at, use: 'records' }]
          : inValues(source.inputAssignments);
      return [...given, ...target(element.assignRecordIdToReference, at)];
    }
    case 'recordUpdate':
      return [...inTarget(element), ...inValues(element.inputAssignments)];
    case 'recordDelete':
      return inTarget(element);
    case 'decision':
      return element.rules.flatMap(({ conditions }) =>
        conditions.flatMap((condition): PathUse[] => [
          { path: condition.left, at: condition.at, use: 'condition' },
          ...inValue(condition.right, condition.at)
        ])
      );
    case 'assignment':
      return element.items.flatMap((item) => [
        ...target(item.assignToReference, item.at),
        ...inValue(item.value, item.at)
      ]);
    case 'loop':
      return [
        { path: element.collectionReference, at, use: 'collection' },
        ...target(element.assignNextValueToReference, at)
      ];
    case 'subflow':
      return [...inValues(element.inputAssignments), ...targets(element.outputAssignments)];
    case 'screen':
      return [...mergeFields(element.helpText ?? '', at), ...element.fields.flatMap(inField)];
  }
}

function inField(field: ScreenField): PathUse[] {
  const { at } = field;
  switch (field.fieldType) {
    case 'DisplayText':
      return mergeFields(field.fieldText, at);
    case 'InputField':
    case 'LargeTextArea':
      return [...inAsked(field), ...inValue(field.defaultValue, at)];
    case 'RadioButtons':
    case 'DropdownBox': {
      const { choiceReferences, defaultSelectedChoiceReference } = field;
      const named = [
        ...choiceReferences,
        ...(defaultSelectedChoiceReference === null ? [] : [defaultSelectedChoiceReference])
      ];
      return [...inAsked(field), ...named.map((path): PathUse => ({ path, at, use: 'choice' }))];
    }
    case 'ComponentInstance':
      return [...inValues(field.inputParameters), ...targets(field.outputParameters)];
  }
}

function inAsked(field: Extract<ScreenField, { fieldText: string; helpText: string | null }>): PathUse[] {
  const { fieldText, helpText, validationRule, at } = field;
  return [fieldText, helpText ?? '', validationRule?.errorMessage ?? ''].flatMap((text) => mergeFields(text, at));
}

function inTarget({ target: given, at }: Extract<FlowElement, { kind: 'recordUpdate' | 'recordDelete' }>): PathUse[] {
  return given.kind === 'reference' ? [{ path: given.inputReference, at, use: 'records' }] : inFilters(given.filters);
}

function inValues(list: readonly { readonly value: ValueSource | null; readonly at: Position }[]): PathUse[] {
  return list.flatMap(({ value, at }) => inValue(value, at));
}

function target(path: string | null, at: Position): PathUse[] {
  return path === null ? [] : [{ path, at, use: 'target' }];
}

function targets(list: readonly { readonly assignToReference: string; readonly at: Position }[]): PathUse[] {
  return list.flatMap(({ assignToReference, at }) => target(assignToReference, at));
}
