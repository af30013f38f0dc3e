import { listAt, textAt, valueAt } from 'sf-cli/json';
import { callLocalOrg } from '../../platform/callLocalOrg.ts';
import type { EditedField } from './editing.ts';

export interface Option {
  readonly label: string;
  readonly value: string;
}

/** The record type id of objects without record types. UI API Guide: Picklist Values. */
const MASTER_RECORD_TYPE = '012000000000000AAA';

/** A list with more records would be too long; in an org a lookup searches. */
const MOST_RECORDS = 2000;

/** Reads the options of each picklist and lookup, by the name of the field. */
export async function readOptions(
  object: string,
  fields: readonly EditedField[]
): Promise<Record<string, readonly Option[]>> {
  const picklists = fields.some(({ isPicklist }) => isPicklist) ? await readPicklists(object) : undefined;
  const entries = fields.map(async (field): Promise<[string, readonly Option[]]> => {
    const options = field.lookupTo === '' ? valuesOf(picklists, field.name) : await readRecords(field.lookupTo);
    return [field.name, withValue(options, field)];
  });
  return Object.fromEntries(await Promise.all(entries));
}

async function readPicklists(object: string): Promise<unknown> {
  const path = `/ui-api/object-info/${object}/picklist-values/${MASTER_RECORD_TYPE}`;
  const answer = await callLocalOrg<unknown>('GET', path);
  return answer.ok ? valueAt(answer.data, 'picklistFieldValues') : undefined;
}

/** A picklist without values in the org can only be emptied. */
function valuesOf(picklists: unknown, name: string): Option[] {
  return listAt(picklists, name, 'values').map((option) => ({
    label: textAt(option, 'label'),
    value: textAt(option, 'value')
  }));
}

/** The records that a lookup offers: of users the active internal ones, who can own records. */
async function readRecords(object: string): Promise<Option[]> {
  const condition = object === 'User' ? "WHERE IsActive = true AND UserType = 'Standard' " : '';
  const soql = `SELECT Id, Name FROM ${object} ${condition}ORDER BY Name LIMIT ${String(MOST_RECORDS)}`;
  const answer = await callLocalOrg<unknown>('GET', `/query?q=${encodeURIComponent(soql)}`);
  return answer.ok
    ? listAt(answer.data, 'records').map((record) => ({ label: textAt(record, 'Name'), value: textAt(record, 'Id') }))
    : [];
}

/** The record may hold a value that is not offered. */
function withValue(options: readonly Option[], { value, displayValue }: EditedField): readonly Option[] {
  const isOffered = value === '' || options.some((option) => option.value === value);
  return isOffered ? options : [...options, { label: displayValue, value }];
}
