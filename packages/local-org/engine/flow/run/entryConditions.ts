import type { World } from '../../world/world.ts';
import { holds, type RecordFilters } from '../model/values.ts';
import type { Flow } from '../model/flow.ts';
import { passes } from './filters.ts';
import { frameOf, isRecord, type Interview } from './interview.ts';
import { evaluate, sourceValue, type RunContext } from './values.ts';

/**
 * Whether the record that triggered the interview meets the entry conditions of the flow. For a scheduled path it does not
 * need to have changed to meet them. Source: Metadata API Developer Guide, "Flow", FlowStart: filters, filterFormula,
 * doesRequireRecordChangedToMeetCriteria.
 */
export function meetsEntry(world: World, flow: Flow, interview: Interview, isLater = false): boolean {
  const { start } = flow;
  const running: RunContext = { world, interview, frame: frameOf(interview) };
  switch (start.triggerType) {
    case 'None':
      return true;
    case 'PlatformEvent':
      return meetsFilters(running, start.object, start.entry);
    case 'RecordAfterSave':
    case 'RecordBeforeSave': {
      const isNew = interview.trigger?.prior === null;
      if (start.recordTriggerType === (isNew ? 'Update' : 'Create')) return false;
      const { filterFormula, object, entry } = start;
      const isMet = (at: RunContext): boolean =>
        filterFormula === null
          ? meetsFilters(at, object, entry)
          : evaluate(at, filterFormula, { dataType: 'Boolean', scale: 0 }) === true;
      if (!isMet(running)) return false;
      const before = start.doesRequireRecordChangedToMeetCriteria && !isLater ? asBefore(running) : null;
      return before === null || !isMet(before);
    }
  }
}

/** The context with the record as it was before the change; null for a new record. */
export function asBefore(running: RunContext): RunContext | null {
  const { object = '', prior = null } = running.interview.trigger ?? {};
  if (prior === null) return null;
  const values = new Map([...running.frame.values, ['$record', { object, fields: prior }]]);
  return { ...running, frame: { ...running.frame, values } };
}

function meetsFilters(running: RunContext, objectName: string, { logic, filters }: RecordFilters): boolean {
  const { world, interview, frame } = running;
  const object = world.schema.object(objectName);
  const record = frame.values.get('$record');
  const fields = isRecord(record) ? record.fields : {};
  return holds(logic, (index) => {
    const filter = filters[index];
    if (filter === undefined || object === undefined) return true;
    const field = world.schema.field(object, filter.field);
    if (field === undefined) return false;
    const value = sourceValue(running, filter.value);
    const actual = fields[field.apiName] ?? null;
    if (filter.operator !== 'IsChanged') return passes({ field, operator: filter.operator, value }, actual);
    const prior = interview.trigger?.prior ?? null;
    return (prior !== null && (prior[field.apiName] ?? null) !== actual) === (value === true || value === 'true');
  });
}
