import { displayText } from 'c/externalUserRules';
import { textAt, type Json } from 'sf-cli/json';
import { quoted } from '../../shared/soql.ts';
import type { OrgApi } from '../transports/orgApi.ts';
import type { InputRow } from '../store/inputRows.ts';
import type { Places } from './columns.ts';
import { InputRefused } from './inputRefused.ts';
import type { Input } from './readCsv.ts';

/** The contacts that a SOQL query finds, in its order. */
export function readQuery(api: OrgApi, soql: string): Input {
  const places: Places = new Map([['ContactId', 0]]);
  return { names: ['ContactId'], places, fields: [], rows: contactsOf(api, soql), notes: () => [] };
}

/** The contacts of a list view of contacts, by its id, its API name or its label. */
export async function readListView(api: OrgApi, name: string): Promise<Input> {
  const id = await idOfListView(api, name);
  const path = `/sobjects/Contact/listviews/${id}/describe`;
  const answer = await api.read(path, (body) => textAt(body, 'query') !== '');
  if (answer.kind === 'refused')
    throw new InputRefused(`The list view ${displayText(name)} can’t be read: ${answer.message}`);
  // `query` is the SOQL behind the list view (REST API Developer Guide, List View Describe).
  return readQuery(api, textAt(answer.value, 'query'));
}

async function idOfListView(api: OrgApi, name: string): Promise<string> {
  if (/^00B\w{12}(?:\w{3})?$/.test(name)) return name;
  const soql = `SELECT Id, Name, DeveloperName FROM ListView WHERE SobjectType = 'Contact' AND (DeveloperName = ${quoted(name)} OR Name = ${quoted(name)})`;
  const [answer] = await api.queries([soql]);
  const found = answer?.kind === 'known' ? answer.value : [];
  const [view] = found;
  if (view !== undefined && found.length === 1) return textAt(view, 'Id');
  throw new InputRefused(
    found.length === 0
      ? `There is no list view “${displayText(name)}” of contacts that you can see. Give its API name, its label or its id (00B…).`
      : `Several list views of contacts are called “${displayText(name)}”: ${found.map((row) => `${textAt(row, 'DeveloperName')} (${textAt(row, 'Id')})`).join(', ')}. Give the API name or the id.`
  );
}

async function* contactsOf(api: OrgApi, soql: string): AsyncGenerator<InputRow, void> {
  let row = 0;
  for await (const page of api.pages(soql)) {
    if (page.kind === 'refused') throw new InputRefused(`The query was refused: ${page.code}: ${page.message}`);
    for (const record of page.value) {
      row++;
      const contactId = idOf(record);
      yield { row, line: row, contactId, accountId: '', fields: {}, cells: [contactId], problem: null };
    }
  }
  if (row === 0) throw new InputRefused(`No contact is found by: ${soql}`);
}

function idOf(record: Json): string {
  const type = textAt(record, 'attributes', 'type');
  const id = textAt(record, 'Id') || (textAt(record, 'attributes', 'url').split('/').at(-1) ?? '');
  if (type === 'Contact' && id.startsWith('003')) return id;
  throw new InputRefused(
    `The query finds ${type === 'AggregateResult' || type === '' ? 'no records' : `records of ${type}`}. Select contacts: SELECT Id FROM Contact WHERE …`
  );
}
