import { latestFlow } from '../deployedFlows.ts';
import type { PathTypes } from '../formula/checkFormula.ts';
import { elementOf, isSameName, resourceOf, type Flow } from '../model/flow.ts';
import type { FlowElement } from '../model/elements.ts';
import type { ScreenField } from '../model/screen.ts';
import { componentProperties } from './screenComponents.ts';
import { globalType } from './globals.ts';
import { FORMULA_TYPES, NOTHING, ofDataType, recordType, valueType, type FlowOrg, type PathType } from './pathType.ts';

/** The type of a path in a flow; null if it leads nowhere. Names match without regard to case. */
export function typeOfPath(flow: Flow, org: FlowOrg, path: string): PathType | null {
  const [first = '', ...rest] = path.split('.');
  if (first.startsWith('$')) {
    const global = globalType(flow, org, [first, ...rest]);
    return global === null ? null : walk(org, global.type, rest.slice(global.taken - 1));
  }
  const resource = resourceType(flow, org, first);
  if (resource !== null) return walk(org, resource, rest);
  const element = elementOf(flow, first);
  if (element !== undefined) return outputType(flow, org, element, rest);
  const field = screenFieldOf(flow, first);
  return field === undefined ? null : fieldType(org, field, rest);
}

/** The types of paths in the formulas of a flow. */
export function formulaTypes(flow: Flow, org: FlowOrg): PathTypes {
  return (path) => {
    const type = typeOfPath(flow, org, path);
    if (type === null) return null;
    return type.kind === 'value' && !type.isCollection ? type.type : 'element';
  };
}

function resourceType(flow: Flow, org: FlowOrg, name: string): PathType | null {
  const resource = resourceOf(flow, name);
  switch (resource?.kind) {
    case undefined:
      return null;
    case 'variable':
      if (resource.dataType !== 'SObject') return valueType(ofDataType(resource.dataType), resource.isCollection);
      return recordType(org, resource.objectType ?? '', resource.isCollection);
    case 'constant':
    case 'formula':
    case 'choice':
      return valueType(ofDataType(resource.dataType));
    case 'textTemplate':
      return valueType('Text');
    case 'recordChoiceSet':
    case 'picklistChoiceSet':
      return NOTHING;
  }
}

function outputType(flow: Flow, org: FlowOrg, element: FlowElement, rest: readonly string[]): PathType | null {
  switch (element.kind) {
    case 'recordLookup':
      return element.storeOutputAutomatically
        ? walk(org, recordType(org, element.object, !element.getFirstRecordOnly), rest)
        : ownName(rest);
    case 'recordCreate':
      return element.storeOutputAutomatically ? walk(org, valueType('Text'), rest) : ownName(rest);
    case 'loop': {
      const items = typeOfPath(flow, org, element.collectionReference);
      if (items === null || items.kind === 'nothing' || element.assignNextValueToReference !== null)
        return ownName(rest);
      return walk(org, { ...items, isCollection: false }, rest);
    }
    case 'subflow': {
      const [name = '', ...more] = rest;
      const subflow = latestFlow(org.metadata.state.flowVersions, element.flowName);
      if (!element.storeOutputAutomatically || name === '') return ownName(rest);
      // A flow of the same deploy may not be saved yet.
      if (subflow === undefined) return valueType('Text');
      const output = resourceOf(subflow, name);
      const isOutput = output?.kind === 'variable' && output.isOutput;
      return isOutput ? walk(org, resourceType(subflow, org, name), more) : null;
    }
    case 'recordUpdate':
    case 'recordDelete':
    case 'decision':
    case 'assignment':
    case 'screen':
      return ownName(rest);
  }
}

/** A path may name the element, but nothing inside it. */
function ownName(rest: readonly string[]): PathType | null {
  return rest.length === 0 ? NOTHING : null;
}

function screenFieldOf(flow: Flow, name: string): ScreenField | undefined {
  return flow.elements
    .flatMap((element) => (element.kind === 'screen' ? element.fields : []))
    .find((field) => isSameName(field.name, name));
}

function fieldType(org: FlowOrg, field: ScreenField, rest: readonly string[]): PathType | null {
  switch (field.fieldType) {
    case 'DisplayText':
      return ownName(rest);
    case 'LargeTextArea':
      return walk(org, valueType('Text'), rest);
    case 'InputField':
    case 'RadioButtons':
    case 'DropdownBox':
      return walk(org, valueType(ofDataType(field.dataType)), rest);
    case 'ComponentInstance': {
      const [name = '', ...more] = rest;
      if (name === '') return NOTHING;
      const property = componentProperties(org, field.extensionName)?.find((one) => one.name === name);
      return property === undefined || !field.storeOutputAutomatically ? null : walk(org, property.type, more);
    }
  }
}

/** Follows relationships from a record to a field. Source: Salesforce Help, "Cross-Object Field References in Flows". */
function walk(org: FlowOrg, start: PathType | null, segments: readonly string[]): PathType | null {
  let type = start;
  for (const [index, segment] of segments.entries()) {
    if (type?.kind !== 'record' || type.isCollection) return null;
    const { object } = type;
    const isLast = index === segments.length - 1;
    const field = isLast ? org.schema.field(object, segment) : org.schema.relationship(object, segment);
    if (field === undefined) return null;
    const formulaType = FORMULA_TYPES[field.dataType];
    if (isLast) return formulaType === undefined ? null : valueType(formulaType);
    type = recordType(org, field.referenceTo[0] ?? '', false);
  }
  return type;
}
