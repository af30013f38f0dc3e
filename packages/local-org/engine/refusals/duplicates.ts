import { textOf } from '../storage/record.ts';
import type { World } from '../world/world.ts';
import { refuse, type Rule, type Write, type Refusal } from './rule.ts';

/** A rule that refuses a second record with the same two values. Source: SOAP API Developer Guide, "Core Data Types", DUPLICATE_VALUE. */
export function pairIsUnique(one: string, other: string): Rule {
  return ({ object, after }: Write, world: World): Refusal | null => {
    const same = world.records
      .where(object.apiName, one, textOf(after, one))
      .find((record) => record.Id !== after.Id && record[other] === after[other]);
    if (same === undefined) return null;
    return refuse(
      'DUPLICATE_VALUE',
      `duplicate value found: ${one} duplicates value on record with id: ${same.Id.slice(0, 15)}`,
      one,
      other
    );
  };
}

/** A rule that refuses a second record with the same value in a field. Source: SOAP API Developer Guide, "Core Data Types", DUPLICATE_VALUE. */
export function valueIsUnique(field: string): Rule {
  return ({ object, after }: Write, world: World): Refusal | null => {
    const same = world.records.where(object.apiName, field, textOf(after, field)).find(({ Id }) => Id !== after.Id);
    if (same === undefined) return null;
    return refuse(
      'DUPLICATE_VALUE',
      `duplicate value found: ${field} duplicates value on record with id: ${same.Id.slice(0, 15)}`,
      field
    );
  };
}
