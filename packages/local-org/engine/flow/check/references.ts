import type { Problem } from '../../xml/problem.ts';
import { resourceOf, type Flow } from '../model/flow.ts';
import { typeOfPath } from '../paths/typeOfPath.ts';
import { cannotSave, type FlowInOrg } from './flowChecks.ts';
import { usesOf, type PathUse } from './pathUses.ts';

/**
 * Paths that lead nowhere, or to what cannot be used there. The text about an element's reference is that of orgs, as
 * public code that reads deploy results quotes it, the one about a condition that of sfdx-hardis's deployment tips;
 * those about what is no record, no collection or no variable are ours.
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

/** A variable takes a value, and so does a field of a record that an element holds. */
function isTarget(flow: Flow, path: string): boolean {
  const [name = '', field] = path.split('.');
  const resource = resourceOf(flow, name);
  return resource === undefined ? field !== undefined && !name.startsWith('$') : resource.kind === 'variable';
}

function isChoice(flow: Flow, name: string): boolean {
  const kind = resourceOf(flow, name)?.kind;
  return kind === 'choice' || kind === 'recordChoiceSet' || kind === 'picklistChoiceSet';
}
