import type { Problem } from '../../xml/problem.ts';
import { resourceOf, type Flow } from '../model/flow.ts';
import { typeOfPath } from '../paths/typeOfPath.ts';
import { cannotSave, type FlowInOrg } from './flowChecks.ts';
import { usesOf, type PathUse } from './pathUses.ts';

/**
 * The problems of paths that lead nowhere, or to a value of the wrong kind. Public code that reads deploy results quotes the
 * text about an element's reference, and the deployment tips of sfdx-hardis quote the one about a condition; the others are ours.
 */
export function referenceProblems({ flow, org }: FlowInOrg): readonly Problem[] {
  return usesOf(flow).flatMap((use): Problem[] => {
    const type = typeOfPath(flow, org, use.path);
    if (type === null) return [unknownPath(use)];
    const refuse = (what: string): Problem[] => [cannotSave(`"${use.path}" isn't ${what}.`, use.at)];
    switch (use.use) {
      case 'value':
      case 'condition':
        return [];
      case 'text':
        return type.kind === 'nothing' ? [unknownPath(use)] : [];
      case 'records':
        return type.kind === 'record' ? [] : refuse('a record');
      case 'collection':
        return type.kind !== 'nothing' && type.isCollection ? [] : refuse('a collection');
      case 'target':
        return isTarget(flow, use.path) ? [] : refuse('a variable');
      case 'choice':
        return isChoice(flow, use.path) ? [] : refuse('a choice');
    }
  });
}

function unknownPath({ use, path, at }: PathUse): Problem {
  return use === 'condition'
    ? cannotSave(`A condition has a reference to ${path}, which doesn't exist.`, at)
    : cannotSave(`The element has an invalid reference to "${path}".`, at);
}

/** A variable can get a value, and so can a field of a record that an element has found, or of the record that is about to be saved. */
function isTarget(flow: Flow, path: string): boolean {
  const [name = '', field] = path.split('.');
  const resource = resourceOf(flow, name);
  if (resource !== undefined) return resource.kind === 'variable';
  const isRecord = name.toLowerCase() === '$record' && flow.start.triggerType === 'RecordBeforeSave';
  return field !== undefined && (isRecord || !name.startsWith('$'));
}

function isChoice(flow: Flow, name: string): boolean {
  const kind = resourceOf(flow, name)?.kind;
  return kind === 'choice' || kind === 'recordChoiceSet' || kind === 'picklistChoiceSet';
}
