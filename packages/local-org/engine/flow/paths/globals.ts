import type { FormulaType } from '../formula/expression.ts';
import type { Flow } from '../model/flow.ts';
import { valueType, type FlowOrg, type PathType } from './pathType.ts';
import { isRecordTriggered } from '../model/start.ts';

/**
 * The type of a global variable or constant, and how many segments of the path name it; null if it does not exist.
 * Source: Salesforce Help, "Flow Resource: Global Variables" and "Flow Resource: Global Constant".
 */
export function globalType(
  { start }: Flow,
  org: FlowOrg,
  [name = '', member = '', more = '']: readonly string[]
): { readonly type: PathType; readonly taken: number } | null {
  const record = (objectName: string, taken = 1): { readonly type: PathType; readonly taken: number } | null => {
    const object = org.schema.object(objectName);
    return object === undefined ? null : { type: { kind: 'record', object, isCollection: false }, taken };
  };
  const value = (type: FormulaType | undefined): { readonly type: PathType; readonly taken: number } | null =>
    type === undefined ? null : { type: valueType(type), taken: 2 };
  const has = (type: string, fullName: string): boolean => org.metadata.component(type, fullName) !== undefined;
  switch (name.toLowerCase()) {
    case '$record':
      return start.triggerType === 'None' ? null : record(start.object);
    case '$record__prior':
      return isRecordTriggered(start) && start.recordTriggerType !== 'Create' ? record(start.object) : null;
    case '$user':
      return record('User');
    case '$profile':
      return record('Profile');
    case '$userrole':
      return record('UserRole');
    case '$organization':
      return record('Organization');
    case '$flow':
      return value(FLOW_MEMBERS[member.toLowerCase()]);
    case '$label':
      return value(has('CustomLabel', member) ? 'Text' : undefined);
    case '$permission':
      return value(has('CustomPermission', member) ? 'Boolean' : undefined);
    case '$globalconstant':
      return value(CONSTANTS[member.toLowerCase()]);
    case '$custommetadata':
      return org.records.where(member, 'DeveloperName', more).length > 0 ? record(member, 3) : null;
    default:
      return null;
  }
}

const FLOW_MEMBERS: Readonly<Record<string, FormulaType>> = {
  currentdate: 'Date',
  currentdatetime: 'DateTime',
  currentrecord: 'Text',
  faultmessage: 'Text',
  interviewguid: 'Text',
  interviewstarttime: 'DateTime'
};

const CONSTANTS: Readonly<Record<string, FormulaType>> = { emptystring: 'Text', false: 'Boolean', true: 'Boolean' };
