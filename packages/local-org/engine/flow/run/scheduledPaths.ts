import type { SavedRecord } from '../../dml/statements.ts';
import type { World } from '../../world/world.ts';
import type { Flow } from '../model/flow.ts';
import type { ScheduledPath } from '../model/start.ts';
import type { PathJob } from '../../dml/jobQueue.ts';
import type { Person } from '../../access/person.ts';

/** The jobs of a saved record that meets the entry conditions: the asynchronous path and the scheduled paths. */
export function jobsOfPaths(world: World, flow: Flow, { id, before }: SavedRecord, person: Person): readonly PathJob[] {
  if (flow.start.triggerType !== 'RecordAfterSave') return [];
  return flow.start.scheduledPaths.flatMap((path) => {
    const dueAt = dueTimeOf(world, path, id);
    if (dueAt === null || path.connector === null) return [];
    const isScheduled = path.pathType === 'Scheduled';
    return [
      { kind: 'path', dueAt, person, flow: flow.name, path: path.name, recordId: id, before, isScheduled, failures: 0 }
    ];
  });
}

/** The time of a path: an offset from the event or from a date field; null without that date. Source: Salesforce Help, "Scheduled Paths". */
function dueTimeOf(world: World, path: ScheduledPath, recordId: string): number | null {
  const now = world.clock.now();
  if (path.pathType === 'AsyncAfterCommit') return now;
  const { timeSource, recordField, offsetNumber, offsetUnit } = path;
  const date = timeSource === 'RecordTriggerEvent' ? null : world.records.find(recordId)?.[recordField ?? ''];
  if (timeSource === 'RecordField' && typeof date !== 'string') return null;
  return shifted(typeof date === 'string' ? Date.parse(date) : now, offsetNumber, offsetUnit);
}

const MINUTE = 60_000;

function shifted(time: number, number: number, unit: 'Minutes' | 'Hours' | 'Days' | 'Months'): number {
  switch (unit) {
    case 'Minutes':
      return time + number * MINUTE;
    case 'Hours':
      return time + number * 60 * MINUTE;
    case 'Days':
      return time + number * 24 * 60 * MINUTE;
    case 'Months': {
      const date = new Date(time);
      return date.setUTCMonth(date.getUTCMonth() + number);
    }
  }
}
