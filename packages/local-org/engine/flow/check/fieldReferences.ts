import type { Problem } from '../../xml/problem.ts';
import type { Position } from '../../xml/xml.ts';
import type { FlowElement } from '../model/elements.ts';
import type { RecordFilters } from '../model/values.ts';
import type { Resource } from '../model/resources.ts';
import { isRecordTriggered, type Start } from '../model/start.ts';
import { typeOfPath } from '../paths/typeOfPath.ts';
import { cannotSave, type FlowInOrg } from './flowChecks.ts';
import { notModelledIf } from '../../schema/notModelled.ts';
import { isUnmodelledPath } from '../../schema/unmodelledNames.ts';

/** Fields of an object that a part of a flow names. */
interface FieldUse {
  readonly object: string;
  readonly at: Position;
  readonly fields: readonly { readonly name: string; readonly at: Position }[];
}

/**
 * The problems of objects and fields that do not exist. sfdx-hardis and public deploy logs quote the text about a field, also
 * for a path such as `Manager.Name`, which is not allowed in these places. The text about an object is ours.
 */
export function fieldProblems({ flow, org }: FlowInOrg): readonly Problem[] {
  const uses = [
    ...usesOfStart(flow.start),
    ...flow.resources.flatMap(usesOfResource),
    ...flow.elements.flatMap((element) => usesOfElement(element))
  ];
  const recordVariables = flow.elements.flatMap((element) => usesOfRecordVariable({ flow, org }, element));
  return [...uses, ...recordVariables].flatMap(({ object: name, at, fields }) => {
    const object = org.schema.object(name);
    if (object === undefined)
      return [cannotSave(notModelledIf(isUnmodelledPath(name), `The object "${name}" doesn't exist.`), at)];
    return fields
      .filter((field) => org.schema.field(object, field.name) === undefined)
      .map((field) =>
        cannotSave(
          notModelledIf(
            isUnmodelledPath(`${name}.${field.name}`),
            `The field "${field.name}" for the object "${name}" doesn't exist.`
          ),
          field.at
        )
      );
  });
}

function usesOfStart(start: Start): FieldUse[] {
  if (start.triggerType === 'None') return [];
  const paths = isRecordTriggered(start) ? start.scheduledPaths : [];
  const recordFields = paths.flatMap((path) =>
    path.pathType === 'Scheduled' && path.recordField !== null ? [{ name: path.recordField, at: path.at }] : []
  );
  return [{ object: start.object, at: start.at, fields: [...filtered(start.entry), ...recordFields] }];
}

function usesOfResource(resource: Resource): FieldUse[] {
  const { at } = resource;
  switch (resource.kind) {
    case 'variable':
      return resource.dataType === 'SObject' ? [{ object: resource.objectType ?? '', at, fields: [] }] : [];
    case 'recordChoiceSet': {
      const named = [resource.displayField, resource.valueField, resource.sort?.field].flatMap((name) =>
        name === null || name === undefined ? [] : [{ name, at }]
      );
      const outputs = resource.outputAssignments.map((output) => ({ name: output.from, at: output.at }));
      return [{ object: resource.object, at, fields: [...named, ...outputs, ...filtered(resource.filters)] }];
    }
    case 'picklistChoiceSet':
      return [{ object: resource.object, at, fields: [{ name: resource.field, at }] }];
    case 'constant':
    case 'formula':
    case 'textTemplate':
    case 'choice':
      return [];
  }
}

function usesOfElement(element: FlowElement): FieldUse[] {
  const { at } = element;
  switch (element.kind) {
    case 'recordLookup': {
      const queried = [...element.queriedFields, ...(element.sort === null ? [] : [element.sort.field])];
      const outputs = element.outputAssignments.map((output) => ({ name: output.from, at: output.at }));
      const fields = [...queried.map((name) => ({ name, at })), ...outputs, ...filtered(element.filters)];
      return [{ object: element.object, at, fields }];
    }
    case 'recordCreate': {
      const { source } = element;
      return source.kind === 'fields' ? [{ object: source.object, at, fields: assigned(source.inputAssignments) }] : [];
    }
    case 'recordUpdate': {
      const { target, inputAssignments } = element;
      if (target.kind === 'reference') return [];
      return [{ object: target.object, at, fields: [...assigned(inputAssignments), ...filtered(target.filters)] }];
    }
    case 'recordDelete': {
      const { target } = element;
      return target.kind === 'filters' ? [{ object: target.object, at, fields: filtered(target.filters) }] : [];
    }
    case 'assignment':
    case 'decision':
    case 'loop':
    case 'screen':
    case 'subflow':
      return [];
  }
}

/** Fields that an update sets on the record that a variable holds. */
function usesOfRecordVariable({ flow, org }: FlowInOrg, element: FlowElement): FieldUse[] {
  if (element.kind !== 'recordUpdate' || element.target.kind !== 'reference') return [];
  const type = typeOfPath(flow, org, element.target.inputReference);
  return type?.kind === 'record'
    ? [{ object: type.object.apiName, at: element.at, fields: assigned(element.inputAssignments) }]
    : [];
}

function filtered({ filters }: RecordFilters): { readonly name: string; readonly at: Position }[] {
  return filters.map(({ field, at }) => ({ name: field, at }));
}

function assigned(
  assignments: readonly { readonly field: string; readonly at: Position }[]
): { readonly name: string; readonly at: Position }[] {
  return assignments.map(({ field, at }) => ({ name: field, at }));
}
