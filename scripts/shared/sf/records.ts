import { known, type Answer } from 'sf-cli/answer';
import { isJson, listAt, textAt, type Json } from 'sf-cli/json';
import type { Sf, SfAnswer, SfRefusal } from 'sf-cli/sf';

/** Queries and changes the records of an org through the CLI's data commands. */

export type Rows = Answer<readonly Json[], SfRefusal>;

export async function query(sf: Sf, username: string, soql: string): Promise<Rows> {
  const answer = await sf(['data', 'query', '--query', soql, '--target-org', username]);
  return answer.kind === 'refused' ? answer : known(listAt(answer.value, 'records').filter(isJson));
}

/** Answers the new record's id. */
export async function createRecord(
  sf: Sf,
  username: string,
  object: string,
  fields: Readonly<Record<string, string>>
): Promise<Answer<string, SfRefusal>> {
  const answer = await sf([
    ...['data', 'create', 'record', '--sobject', object, '--values', valuesOf(fields)],
    ...['--target-org', username]
  ]);
  return answer.kind === 'refused' ? answer : known(textAt(answer.value, 'id'));
}

export async function updateRecord(
  sf: Sf,
  username: string,
  object: string,
  id: string,
  fields: Readonly<Record<string, string>>
): Promise<SfAnswer> {
  return sf([
    ...['data', 'update', 'record', '--sobject', object, '--record-id', id, '--values', valuesOf(fields)],
    ...['--target-org', username]
  ]);
}

export async function deleteRecord(sf: Sf, username: string, object: string, id: string): Promise<SfAnswer> {
  return sf(['data', 'delete', 'record', '--sobject', object, '--record-id', id, '--target-org', username]);
}

/** `Name='Acme' Phone='1'`. A value with a quote stands in the other kind of quotes, as the CLI reads no escapes. */
function valuesOf(fields: Readonly<Record<string, string>>): string {
  return Object.entries(fields)
    .map(([name, value]) => (value.includes("'") ? `${name}="${value}"` : `${name}='${value}'`))
    .join(' ');
}
