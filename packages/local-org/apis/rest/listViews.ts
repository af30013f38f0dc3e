import { Hono } from 'hono';
import { textOf, type StoredRecord } from '../../engine/storage/record.ts';
import { answerError, resourceNotFound } from '../shared/errors.ts';
import type { CallEnv } from '../shared/session.ts';
import { readableObject, visibleRecord, type View } from '../shared/view.ts';

/** The columns of a list view, and the records that it shows. */
interface Definition {
  /** Field paths of the list view's query. */
  readonly columns: readonly string[];
  readonly scope: 'everything' | 'mine';
}

const CONTACT_COLUMNS = ['Name', 'Account.Name', 'Title', 'Phone', 'Email', 'Owner.Alias'];

/** The contact list views that every org has, by object and API name. No document names their columns, so these are ours. */
const DEFINITIONS: Readonly<Record<string, Definition>> = {
  'Contact.AllContacts': { columns: CONTACT_COLUMNS, scope: 'everything' },
  'Contact.MyContacts': { columns: CONTACT_COLUMNS, scope: 'mine' }
};

/** Fields that a list view's query selects besides its columns, as in the guide's example. */
const ALWAYS = ['Id', 'CreatedDate', 'LastModifiedDate', 'SystemModstamp'];

/** List View Describe (REST API Developer Guide), below `/sobjects`. `:view` is an id or an API name. */
export function listViewRoutes(): Hono<CallEnv> {
  const routes = new Hono<CallEnv>();
  routes.get('/:object/listviews/:view/describe', (c) => {
    const found = findListView(c.get('view'), c.req.param('object'), c.req.param('view'));
    return found === null ? answerError(c, resourceNotFound) : c.json(describe(c.get('view'), found));
  });
  return routes;
}

interface Found {
  readonly record: StoredRecord;
  readonly sobjectType: string;
  readonly definition: Definition;
}

function findListView(view: View, object: string, name: string): Found | null {
  const listViews = readableObject(view, 'ListView');
  if (listViews === undefined) return null;
  const byId = visibleRecord(view, name)?.record.Id;
  const record = view.org.all(listViews).find((one) => one.Id === byId || textOf(one, 'DeveloperName') === name);
  if (record === undefined || textOf(record, 'SobjectType').toLowerCase() !== object.toLowerCase()) return null;
  const sobjectType = textOf(record, 'SobjectType');
  const definition = DEFINITIONS[`${sobjectType}.${textOf(record, 'DeveloperName')}`];
  return definition === undefined ? null : { record, sobjectType, definition };
}

function describe(view: View, { record, sobjectType, definition }: Found): Readonly<Record<string, unknown>> {
  const { columns, scope } = definition;
  const using = scope === 'mine' ? ' USING SCOPE mine' : '';
  const selected = [...columns, ...ALWAYS].join(', ');
  return {
    columns: [...columns, ...ALWAYS].map((path, index) => columnOf(view, sobjectType, path, index >= columns.length)),
    id: record.Id,
    orderBy: ['Name', 'Id'].map((fieldNameOrPath) => ({
      fieldNameOrPath,
      nullsPosition: 'first',
      sortDirection: 'ascending'
    })),
    query: `SELECT ${selected} FROM ${sobjectType}${using} ORDER BY Name ASC NULLS FIRST, Id ASC NULLS FIRST`,
    scope,
    sobjectType,
    whereCondition: null
  };
}

function columnOf(view: View, sobjectType: string, path: string, hidden: boolean): Readonly<Record<string, unknown>> {
  const object = readableObject(view, sobjectType);
  const field = object === undefined ? undefined : view.org.schema.field(object, path);
  return {
    ascendingLabel: 'Z-A',
    descendingLabel: 'A-Z',
    fieldNameOrPath: path,
    hidden,
    label: field?.label ?? path,
    selectListItem: path,
    sortDirection: path === 'Name' ? 'ascending' : null,
    sortIndex: path === 'Name' ? 0 : null,
    sortable: true,
    type: field === undefined ? 'string' : field.dataType.toLowerCase()
  };
}
