import { Hono } from 'hono';
import type { Writes } from '../../../engine/dml/writes.ts';
import type { Refusal } from '../../../engine/refusals/rule.ts';
import type { ObjectSchema } from '../../../engine/schema/objectSchema.ts';
import { answerError, objectNotFound } from '../../shared/errors.ts';
import { isJsonObject, readFields, readJsonObject, type JsonObject } from '../../shared/jsonBody.ts';
import type { CallEnv } from '../../shared/session.ts';
import type { View } from '../../shared/view.ts';
import { invalidInput } from './errors.ts';

const MAX_RECORDS = 200;
const MAX_DEPTH = 5;

type Result =
  | { readonly referenceId: string; readonly id: string }
  | { readonly referenceId: string; readonly errors: readonly Refusal[] };

/**
 * `composite/tree/Account` inserts up to 200 records with their children, all or none.
 * Source: REST API Developer Guide, "sObject Tree".
 */
export function treeRoutes(): Hono<CallEnv> {
  const routes = new Hono<CallEnv>();
  routes.post('/:type', async (c) => {
    const view = c.get('view');
    const type = c.req.param('type');
    const object = view.org.schema.object(type);
    if (object === undefined) return answerError(c, objectNotFound(type));
    const body = await readJsonObject(c.req);
    if (!body.ok) return answerError(c, body.error);
    const { records } = body.value;
    if (!Array.isArray(records) || countOf(records) > MAX_RECORDS) return answerError(c, tooMany);
    const results = view.org.transact(view.person, { allOrNone: true }, (writes) => {
      const all: Result[] = [];
      for (const record of records) insertTree(view, writes, object, record, {}, all, 1);
      return all;
    });
    const failed = results.filter((result) => 'errors' in result);
    return failed.length === 0
      ? c.json({ hasErrors: false, results }, 201)
      : c.json({ hasErrors: true, results: failed }, 400);
  });
  return routes;
}

const tooMany = invalidInput(`The request needs records, and no more than ${String(MAX_RECORDS)} of them`);

function countOf(records: readonly unknown[]): number {
  return records.reduce<number>((sum, record) => {
    const children = isJsonObject(record) ? Object.values(record).flatMap(childrenIn) : [];
    return sum + 1 + countOf(children);
  }, 0);
}

function childrenIn(value: unknown): readonly unknown[] {
  return isJsonObject(value) && Array.isArray(value['records']) ? value['records'] : [];
}

function insertTree(
  view: View,
  writes: Writes,
  object: ObjectSchema,
  record: unknown,
  parent: JsonObject,
  results: Result[],
  depth: number
): void {
  if (!isJsonObject(record)) return;
  const { attributes } = record;
  const reference = isJsonObject(attributes) ? attributes['referenceId'] : undefined;
  const referenceId = typeof reference === 'string' ? reference : '';
  const isChild = (value: unknown): boolean => childrenIn(value).length > 0;
  const own = Object.entries(record).filter(([name, value]) => name !== 'attributes' && !isChild(value));
  const fields = readFields(view.org.schema, object, { ...Object.fromEntries(own), ...parent });
  if (!fields.ok) {
    const { errorCode: statusCode, message } = fields.error;
    results.push({ referenceId, errors: [{ statusCode, message, fields: [] }] });
    return;
  }
  const result = writes.insert(object, fields.value);
  if (!result.success) {
    results.push({ referenceId, errors: result.errors });
    return;
  }
  results.push({ referenceId, id: result.id });
  if (depth >= MAX_DEPTH) return;
  for (const [name, value] of Object.entries(record)) {
    const relationship = object.childRelationships.find((child) => child.relationshipName === name);
    const child = relationship === undefined ? undefined : view.org.schema.object(relationship.childObject);
    if (relationship === undefined || child === undefined) continue;
    for (const one of childrenIn(value)) {
      insertTree(view, writes, child, one, { [relationship.field]: result.id }, results, depth + 1);
    }
  }
}
