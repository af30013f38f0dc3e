import { toDateTime } from '../../storage/clock.ts';
import { textOfChild } from '../../xml/xml.ts';
import { textOf, type StoredRecord } from '../../storage/record.ts';
import type { World } from '../../world/world.ts';
import type { FlowRecord, FlowValue } from '../model/values.ts';
import { frameOf, type Interview } from './interview.ts';

/**
 * The value of a global variable or constant, and how many segments of the path name it; null if it does not exist.
 * Source: Salesforce Help, "Flow Resource: Global Variables" and "Flow Resource: Global Constant".
 */
export function globalValue(
  world: World,
  interview: Interview,
  [name = '', member = '', more = '']: readonly string[]
): { readonly value: FlowValue; readonly taken: number } | null {
  const whole = (value: FlowValue): { readonly value: FlowValue; readonly taken: number } => ({ value, taken: 1 });
  switch (name.toLowerCase()) {
    case '$user':
      return whole(recordOf(world, world.records.find(interview.person.userId)));
    case '$profile':
      return whole(recordOf(world, parentOf(world, interview, 'ProfileId')));
    case '$userrole':
      return whole(recordOf(world, parentOf(world, interview, 'UserRoleId')));
    case '$organization':
      return whole(recordOf(world, world.records.all('Organization')[0]));
    case '$flow':
      return { value: flowValue(world, interview, member), taken: 2 };
    case '$label':
      return { value: labelOf(world, member), taken: 2 };
    case '$permission':
      return { value: frameOf(interview).access.hasCustomPermission(member), taken: 2 };
    case '$globalconstant':
      return { value: constantOf(member), taken: 2 };
    case '$custommetadata': {
      const record = world.records.where(member, 'DeveloperName', more)[0];
      return { value: recordOf(world, record), taken: 3 };
    }
    default:
      return null;
  }
}

function parentOf(world: World, { person }: Interview, field: string): StoredRecord | undefined {
  const user = world.records.find(person.userId);
  return user === undefined ? undefined : world.records.find(textOf(user, field));
}

function recordOf(world: World, record: StoredRecord | undefined): FlowRecord | null {
  if (record === undefined) return null;
  return { object: world.schema.objectOfId(record.Id)?.apiName ?? '', fields: record };
}

function flowValue(world: World, interview: Interview, member: string): FlowValue {
  switch (member.toLowerCase()) {
    case 'faultmessage':
      return interview.faultMessage;
    case 'currentdatetime':
      return toDateTime(world.clock.now());
    case 'currentdate':
      return toDateTime(world.clock.now()).slice(0, 10);
    case 'interviewguid':
      return interview.guid;
    case 'interviewstarttime':
      return toDateTime(interview.startedAt);
    case 'currentrecord':
      return interview.trigger?.record.Id ?? null;
    default:
      return null;
  }
}

function labelOf({ metadata }: World, name: string): string | null {
  const label = metadata.component('CustomLabel', name);
  return label === undefined ? null : textOfChild(label.xml, 'value');
}

function constantOf(name: string): FlowValue {
  switch (name.toLowerCase()) {
    case 'true':
      return true;
    case 'false':
      return false;
    case 'emptystring':
      return '';
    default:
      return null;
  }
}
