import type { Problem } from '../../xml/problem.ts';
import { elementOf, type Flow } from '../model/flow.ts';
import type { FlowElement } from '../model/elements.ts';
import type { Named } from '../model/values.ts';
import { cannotSave, type FlowInOrg } from './flowChecks.ts';
import { isRecordTriggered } from '../model/start.ts';
import { notModelled } from '../../schema/notModelled.ts';

/**
 * The problems of names and connectors. github.com/forcedotcom/devops-center-feedback/issues/163 quotes the text about a
 * start that leads nowhere; the others are ours.
 */
export function structureProblems({ flow }: FlowInOrg): readonly Problem[] {
  return [...doubleNames(flow), ...danglingConnectors(flow), ...strangeTrigger(flow), ...beforeSave(flow)];
}

/** Elements, resources, outcomes and screen fields need different names. */
function doubleNames(flow: Flow): Problem[] {
  const seen = new Set<string>();
  return [...flow.resources, ...flow.elements, ...flow.elements.flatMap(namedParts)].flatMap(({ name, at }) => {
    const key = name.toLowerCase();
    if (name !== '' && seen.has(key)) return [cannotSave(`The API name "${name}" is used more than once.`, at)];
    seen.add(key);
    return /^[a-z](?:_?[a-z0-9])*$/i.test(name) ? [] : [cannotSave(`"${name}" isn't a valid API name.`, at)];
  });
}

function namedParts(element: FlowElement): readonly Named[] {
  switch (element.kind) {
    case 'decision':
      return element.rules;
    case 'screen':
      return element.fields;
    default:
      return [];
  }
}

function danglingConnectors(flow: Flow): Problem[] {
  const { start } = flow;
  const paths = isRecordTriggered(start) ? start.scheduledPaths : [];
  const starts = [{ name: 'Start', at: start.at, targets: [start, ...paths].map(({ connector }) => connector) }];
  const elements = flow.elements.map((element) => ({
    name: element.name,
    at: element.at,
    targets: targetsOf(element)
  }));
  const dangling = [...starts, ...elements].flatMap(({ name, at, targets }) =>
    targets.flatMap((target) =>
      target === null || elementOf(flow, target) !== undefined
        ? []
        : [cannotSave(`A connector of ${name} leads to "${target}", which doesn't exist.`, at)]
    )
  );
  const isConnected = starts[0]?.targets.some((target) => target !== null);
  return isConnected
    ? dangling
    : [cannotSave("The flow can't run because nothing is connected to the Start element.", start.at), ...dangling];
}

function targetsOf(element: FlowElement): readonly (string | null)[] {
  switch (element.kind) {
    case 'decision':
      return [element.connector, ...element.rules.map(({ connector }) => connector)];
    case 'loop':
      return [element.connector, element.nextValueConnector];
    case 'recordLookup':
    case 'recordCreate':
    case 'recordUpdate':
    case 'recordDelete':
      return [element.connector, element.faultConnector];
    case 'assignment':
    case 'subflow':
    case 'screen':
      return [element.connector];
  }
}

/** A flow with a trigger cannot show screens, because no person runs it. Source: Salesforce Help, "Flow Types". */
function strangeTrigger(flow: Flow): Problem[] {
  const isScreenFlow = flow.processType === 'Flow';
  if (isScreenFlow && flow.start.triggerType !== 'None') {
    return [cannotSave(`A flow of the type Flow can't have the trigger ${flow.start.triggerType}.`, flow.start.at)];
  }
  return flow.elements.flatMap(({ kind, name, at }) =>
    kind === 'screen' && !isScreenFlow
      ? [cannotSave(`The screen ${name} can't be in a flow of the type ${flow.processType}.`, at)]
      : []
  );
}

/**
 * Before the save a flow can set fields of its record, and decide; it has no later paths. Source: Salesforce Help, "Flow
 * Trigger Types", "Supported Elements" [F-127]. Get Records, which the platform takes too, is not modelled. The texts are ours.
 */
function beforeSave({ start, elements }: Flow): Problem[] {
  if (start.triggerType !== 'RecordBeforeSave') return [];
  const paths = start.scheduledPaths.map(({ at }) => cannotSave("A flow before the save can't have later paths.", at));
  const others = elements.filter(({ kind }) => !['assignment', 'decision', 'loop'].includes(kind));
  const refused = others.map(({ name, at }) => ({
    problem: notModelled(`The element ${name} before the save is not supported`),
    ...at
  }));
  return [...paths, ...refused];
}
