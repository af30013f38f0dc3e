import { isJson, listAt, textAt, type Json } from 'sf-cli/json';
import type { Sf, SfRefusal } from 'sf-cli/sf';

/** Rows and records of an org, through the CLI's data commands. */

export type Rows = { readonly kind: 'rows'; readonly rows: readonly Json[] } | SfRefusal;
export type Created = { readonly kind: 'created'; readonly id: string } | SfRefusal;

export async function query(sf: Sf, username: string, soql: string): Promise<Rows> {
  const answer = await sf(['data', 'query', '--query', soql, '--target-org', username]);
  if (answer.kind === 'refused') return answer;
  return { kind: 'rows', rows: listAt(answer.result, 'records').filter(isJson) };
}

export async function createRecord(
  sf: Sf,
  username: string,
  object: string,
  fields: Readonly<Record<string, string>>
): Promise<Created> {
  const answer = await sf([
    ...['data', 'create', 'record', '--sobject', object, '--values', valuesOf(fields)],
    ...['--target-org', username]
  ]);
  return answer.kind === 'refused' ? answer : { kind: 'created', id: textAt(answer.result, 'id') };
}

/** null when it is done. */
export async function updateRecord(
  sf: Sf,
  username: string,
  object: string,
  id: string,
  fields: Readonly<Record<string, string>>
): Promise<SfRefusal | null> {
  const answer = await sf([
    ...['data', 'update', 'record', '--sobject', object, '--record-id', id, '--values', valuesOf(fields)],
    ...['--target-org', username]
  ]);
  return answer.kind === 'refused' ? answer : null;
}

/** null when it is done. */
export async function deleteRecord(sf: Sf, username: string, object: string, id: string): Promise<SfRefusal | null> {
  const answer = await sf([
    'data',
    'delete',
    'record',
    '--sobject',
    object,
    '--record-id',
    id,
    '--target-org',
    username
  ]);
  return answer.kind === 'refused' ? answer : null;
}

/** A text in a query. */
export function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}

/** `Name='Acme' Phone='1'`; a quote in a value is written as the CLI reads it, in the other kind of quotes. */
function valuesOf(fields: Readonly<Record<string, string>>): string {
  return Object.entries(fields)
    .map(([name, value]) => (value.includes("'") ? `${name}="${value}"` : `${name}='${value}'`))
    .join(' ');
}
