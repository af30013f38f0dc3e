import { refuse, type Refusal } from '../refusals/rule.ts';
import type { Fields } from '../storage/record.ts';
import type { ObjectSchema } from '../schema/objectSchema.ts';

type Action = 'insert' | 'update' | 'remove';

/** The fields of User that make an update a setup write. Other updates of users may share a transaction with any object. */
const SETUP_FIELDS_OF_USER: readonly string[] = ['IsActive', 'ProfileId', 'Username', 'IsPortalEnabled', 'UserRoleId'];

/** Makes sure that a transaction writes either setup objects or other objects. */
export interface MixedDml {
  check(object: ObjectSchema, action: Action, given: Fields): Refusal | null;
  note(object: ObjectSchema, action: Action, given: Fields): void;
  /** Returns a function that forgets all writes since. */
  savepoint(): () => void;
}

/**
 * Source: REST API Developer Guide, "Create Records Using sObject Collections": "You can't create records for multiple
 * object types in one call when one of the types is related to a feature in the Salesforce Setup area". Source of the
 * fields of User and of the text: Apex Developer Guide, "sObjects That Cannot Be Used Together in DML Operations". That
 * page lets a User without UserRoleId pass, but only in Apex.
 */
export function createMixedDml(): MixedDml {
  let setup: string | null = null;
  let other: string | null = null;
  return {
    check: (object, action, given) => {
      const original = isSetupWrite(object, action, given) ? other : setup;
      if (original === null || isNeutral(object, action, given)) return null;
      return refuse(
        'MIXED_DML_OPERATION',
        `DML operation on setup object is not permitted after you have updated a non-setup object (or vice versa): ${object.apiName}, original object: ${original}`
      );
    },
    note: (object, action, given) => {
      if (isNeutral(object, action, given)) return;
      if (isSetupWrite(object, action, given)) setup = object.apiName;
      else other = object.apiName;
    },
    savepoint: () => {
      const before = [setup, other] as const;
      return () => {
        [setup, other] = before;
      };
    }
  };
}

function isNeutral(object: ObjectSchema, action: Action, given: Fields): boolean {
  return object.apiName === 'User' && action === 'update' && !isSetupWrite(object, action, given);
}

function isSetupWrite(object: ObjectSchema, action: Action, given: Fields): boolean {
  if (object.apiName === 'User' && action === 'update') {
    return SETUP_FIELDS_OF_USER.some((field) => field in given);
  }
  return object.isSetup;
}
