import {
  getArgumentValues,
  getDirectiveValues,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  Kind,
  type FieldNode,
  type GraphQLError,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type SelectionSetNode
} from 'graphql';
import type { WriteResult, Writes } from '../../engine/dml/writes.ts';
import type { Fields, FieldValue } from '../../engine/storage/record.ts';
import { isJsonObject, type JsonObject } from '../shared/jsonBody.ts';
import { rolledBack } from '../shared/rowRefusals.ts';
import type { View } from '../shared/view.ts';
import { refusedWrite } from './errors.ts';

export type MutationResult =
  { readonly ok: true; readonly id: string } | { readonly ok: false; readonly error: GraphQLError };

/**
 * Runs all operations below one `uiapi` in order and in one transaction, and returns results by response key. With `allOrNone`
 * (the default) one refusal rolls the others back.
 */
export function performMutations(
  view: View,
  mutations: GraphQLObjectType,
  args: JsonObject,
  info: GraphQLResolveInfo
): ReadonlyMap<string, MutationResult> {
  const input = isJsonObject(args.input) ? args.input : {};
  const allOrNone = input.allOrNone !== false;
  const definitions = mutations.getFields();
  const operations = info.fieldNodes
    .flatMap((node) => (node.selectionSet === undefined ? [] : fieldsIn(node.selectionSet, info)))
    .flatMap((node) => {
      const definition = definitions[node.name.value];
      if (definition === undefined) return [];
      const operationArgs: JsonObject = getArgumentValues(definition, node, info.variableValues);
      return [{ key: node.alias?.value ?? node.name.value, name: node.name.value, args: operationArgs }];
    });

  const written = view.org.transact(view.person, { allOrNone }, (writes) => {
    const results = new Map<string, WriteResult>();
    for (const { key, name, args: operationArgs } of operations) {
      results.set(key, write(view, writes, name, operationArgs, results));
    }
    return results;
  });
  const someRefused = [...written.values()].some((result) => !result.success);
  return new Map(
    [...written].map(([key, result]) => {
      if (!result.success) return [key, { ok: false, error: refusedWrite(result.errors) }];
      return [
        key,
        allOrNone && someRefused ? { ok: false, error: refusedWrite([rolledBack]) } : { ok: true, id: result.id }
      ];
    })
  );
}

function write(
  view: View,
  writes: Writes,
  name: string,
  args: JsonObject,
  earlier: ReadonlyMap<string, WriteResult>
): WriteResult {
  const [, objectName = '', verb] = /^(.+)(Create|Update|Delete)$/.exec(name) ?? [];
  const object = view.org.schema.object(objectName);
  const input = isJsonObject(args.input) ? args.input : {};
  if (object === undefined) throw new Error(`No object for the mutation ${name}`);
  const fields = fieldsFrom(input[object.apiName], earlier);
  const id = String(resolveReference(toFieldValue(input.Id), earlier));
  switch (verb) {
    case 'Create':
      return writes.insert(object, fields);
    case 'Update':
      return writes.update(id, fields);
    default:
      return writes.remove(id);
  }
}

function fieldsFrom(representation: unknown, earlier: ReadonlyMap<string, WriteResult>): Fields {
  if (!isJsonObject(representation)) return {};
  return Object.fromEntries(
    Object.entries(representation).map(([name, value]) => [name, resolveReference(toFieldValue(value), earlier)])
  );
}

/** Replaces `@{alias}` by the id that the earlier operation has written. */
function resolveReference(value: FieldValue, earlier: ReadonlyMap<string, WriteResult>): FieldValue {
  const alias = typeof value === 'string' ? /^@\{(\w+)\}$/.exec(value)?.[1] : undefined;
  const result = alias === undefined ? undefined : earlier.get(alias);
  return result?.success === true ? result.id : value;
}

function toFieldValue(value: unknown): FieldValue {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}

function fieldsIn(selectionSet: SelectionSetNode, info: GraphQLResolveInfo): FieldNode[] {
  return selectionSet.selections.flatMap((selection) => {
    const skip = getDirectiveValues(GraphQLSkipDirective, selection, info.variableValues);
    const include = getDirectiveValues(GraphQLIncludeDirective, selection, info.variableValues);
    if (skip?.if === true || include?.if === false) return [];
    switch (selection.kind) {
      case Kind.FIELD:
        return [selection];
      case Kind.INLINE_FRAGMENT:
        return fieldsIn(selection.selectionSet, info);
      case Kind.FRAGMENT_SPREAD: {
        const fragment = info.fragments[selection.name.value];
        return fragment === undefined ? [] : fieldsIn(fragment.selectionSet, info);
      }
    }
  });
}
