import { childOf, childrenOf, textOfChild, type XmlElement } from '../../xml/xml.ts';
import type { ScheduledPath, Start } from '../model/start.ts';
import {
  connectorOf,
  filtersOf,
  isOn,
  named,
  numberOr,
  oneOf,
  required,
  textOrNull,
  type Problems
} from './xmlValues.ts';

/** Reads the start of a flow. A file without `<start>` may name the first element instead. */
export function readStart(flow: XmlElement, problems: Problems): Start {
  const start = childOf(flow, 'start');
  if (start === undefined) {
    return { triggerType: 'None', at: flow.start, connector: textOrNull(flow, 'startElementReference') };
  }
  const at = start.start;
  const connector = connectorOf(start);
  const triggerType = oneOf(
    start,
    'triggerType',
    ['None', 'RecordAfterSave', 'RecordBeforeSave', 'PlatformEvent'],
    problems
  );
  switch (triggerType) {
    case 'None':
      return { triggerType, at, connector };
    case 'PlatformEvent':
      return {
        triggerType,
        at,
        connector,
        object: required(start, 'object', problems),
        entry: filtersOf(start, problems)
      };
    case 'RecordAfterSave':
    case 'RecordBeforeSave':
      return {
        triggerType,
        at,
        connector,
        object: required(start, 'object', problems),
        recordTriggerType: oneOf(start, 'recordTriggerType', ['CreateAndUpdate', 'Create', 'Update'], problems),
        entry: filtersOf(start, problems),
        filterFormula: textOrNull(start, 'filterFormula'),
        doesRequireRecordChangedToMeetCriteria: isOn(start, 'doesRequireRecordChangedToMeetCriteria'),
        scheduledPaths: childrenOf(start, 'scheduledPaths').map((path) => readPath(path, problems))
      };
  }
}

/** A path without a type is a scheduled path. Source: Metadata API Developer Guide, "Flow", FlowScheduledPath. */
function readPath(path: XmlElement, problems: Problems): ScheduledPath {
  const base = {
    at: path.start,
    name: textOfChild(path, 'name'),
    label: textOfChild(path, 'label'),
    connector: connectorOf(path)
  };
  if (childOf(path, 'pathType') !== undefined) {
    return { ...base, pathType: oneOf(path, 'pathType', ['AsyncAfterCommit'], problems) };
  }
  return {
    ...base,
    ...named(path, problems),
    pathType: 'Scheduled',
    offsetNumber: numberOr(path, 'offsetNumber', 0),
    offsetUnit: oneOf(path, 'offsetUnit', ['Days', 'Hours', 'Minutes', 'Months'], problems),
    timeSource: oneOf(path, 'timeSource', ['RecordTriggerEvent', 'RecordField'], problems),
    recordField: textOrNull(path, 'recordField'),
    maxBatchSize: numberOr(path, 'maxBatchSize', 200)
  };
}
