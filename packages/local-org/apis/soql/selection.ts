import type { FieldType, Subquery } from '@jetstreamapp/soql-parser-js';
import { notModelledIf } from '../../engine/schema/notModelled.ts';
import type { ObjectSchema } from '../../engine/schema/objectSchema.ts';
import { isUnmodelledChild } from '../../engine/schema/unmodelledNames.ts';
import type { FieldValue, StoredRecord } from '../../engine/storage/record.ts';
import type { CompoundValue } from '../shared/compoundValue.ts';
import { displayValueOf } from '../shared/fieldDisplay.ts';
import type { JsonObject } from '../shared/jsonBody.ts';
import { attributesOf, restFieldOf } from '../shared/restRecord.ts';
import { isCustom, parentOf, readableFields, readableObject, valueOf, visibleRecordsWhere } from '../shared/view.ts';
import { columnOfChildren, columnOfPath, type Column } from './columnMetadata.ts';
import type { Compilation } from './compilation.ts';
import { report, reportAt, reportNotModelled } from './errors.ts';
import { resolvePath, type FieldPath } from './fieldPath.ts';
import { aliasOf, textOf } from './selectedField.ts';

/** A row of a query's answer: fields, nested parents, and `{ totalSize, done, records }` for children. */
export interface QueryRow {
  [name: string]: FieldValue | CompoundValue | JsonObject | QueryRow | QueryPage | { type: string; url?: string };
}

export interface QueryPage {
  readonly totalSize: number;
  readonly done: boolean;
  readonly records: readonly QueryRow[];
}

export type SelectItem =
  | { readonly kind: 'field'; readonly path: FieldPath; readonly label: boolean; readonly alias: string | null }
  | {
      readonly kind: 'children';
      readonly name: string;
      readonly columns: readonly Column[];
      readonly rowsOf: (parent: StoredRecord) => readonly QueryRow[];
    };

/** Compiles a subquery such as `(SELECT … FROM Contacts)`, which then runs on the child records of each parent. */
export type ChildQuery = (
  subquery: Subquery,
  child: ObjectSchema
) => {
  readonly columns: readonly Column[];
  readonly rowsOf: (children: readonly StoredRecord[]) => readonly QueryRow[];
} | null;

/** Compiles the SELECT list of a query without aggregates. */
export function compileSelection(
  compilation: Compilation,
  object: ObjectSchema,
  query: {
    readonly fields: readonly FieldType[];
    readonly alias: string | undefined;
    readonly limit: number | undefined;
  },
  childQuery: ChildQuery
): SelectItem[] {
  const items = query.fields.flatMap((field): SelectItem[] => {
    switch (field.type) {
      case 'Field':
      case 'FieldRelationship': {
        const path = resolvePath(compilation, object, textOf(field), query.alias);
        if (path === null) return [];
        // Only a grouped field may have an alias: SELECT Name n is an error without GROUP BY.
        if (aliasOf(field) !== null) {
          report(compilation, 'MALFORMED_QUERY', 'only aggregate expressions use field aliasing');
          return [];
        }
        return [{ kind: 'field', path, label: false, alias: null }];
      }
      case 'FieldFunctionExpression': {
        const name = field.functionName.toUpperCase();
        const [parameter] = field.parameters;
        if (name === 'FIELDS' && typeof parameter === 'string') {
          return allFields(compilation, object, parameter.toUpperCase(), query.limit);
        }
        if (name !== 'TOLABEL' || typeof parameter !== 'string') {
          reportNotModelled(compilation, field.rawValue ?? name);
          return [];
        }
        const path = resolvePath(compilation, object, parameter, query.alias);
        return path === null ? [] : [{ kind: 'field', path, label: true, alias: aliasOf(field) }];
      }
      case 'FieldSubquery':
        return compileChildren(compilation, object, field.subquery, childQuery);
      case 'FieldTypeof':
        reportNotModelled(compilation, 'TYPEOF');
        return [];
    }
  });
  reportDuplicate(compilation, items);
  return items;
}

/** Source: SOQL and SOSL Reference, "FIELDS()", duplicate field names; code and text as it quotes them [F-172]. */
function reportDuplicate(compilation: Compilation, items: readonly SelectItem[]): void {
  const seen = new Set<string>();
  for (const item of items) {
    if (item.kind === 'children') continue;
    const { path, alias } = item;
    const name = alias ?? [...path.parents.map((parent) => parent.name), path.field.apiName].join('.');
    if (seen.has(name)) {
      report(compilation, 'INVALID_FIELD', `duplicate field selected: ${path.field.apiName}`);
      return;
    }
    seen.add(name);
  }
}

/** Describes a selected item for `columns=true`. */
export function columnOf(item: SelectItem): Column {
  return item.kind === 'children' ? columnOfChildren(item.name, item.columns) : columnOfPath(item.path, item.alias);
}

/** Renders one row of the answer, in the order of the SELECT list. */
export function renderRow(
  compilation: Compilation,
  object: ObjectSchema,
  record: StoredRecord,
  items: readonly SelectItem[]
): QueryRow {
  const { version } = compilation;
  const row: QueryRow = { attributes: attributesOf(object, record, version) };
  for (const item of items) {
    if (item.kind === 'children') {
      const records = item.rowsOf(record);
      row[item.name] = records.length === 0 ? null : { totalSize: records.length, done: true, records };
      continue;
    }
    const place = placeOf(compilation, row, record, item.path);
    if (place === null) continue;
    const { field } = item.path;
    const labelled = item.label ? displayValueOf(field, valueOf(place.owner, field)) : null;
    place.row[item.alias ?? field.apiName] = labelled ?? restFieldOf(item.path.object, place.owner, field);
  }
  return row;
}

/** Finds or makes the nested row of a path's parents. A missing parent makes it null, in the row too. */
function placeOf(
  { view, version }: Compilation,
  row: QueryRow,
  record: StoredRecord,
  { parents }: FieldPath
): { readonly row: QueryRow; readonly owner: StoredRecord } | null {
  let place = { row, owner: record };
  for (const { name, field, target } of parents) {
    const owner = parentOf(view, place.owner, field);
    if (owner === undefined) {
      place.row[name] = null;
      return null;
    }
    const known = place.row[name];
    const nested: QueryRow = isRow(known) ? known : { attributes: attributesOf(target, owner, version) };
    place.row[name] = nested;
    place = { row: nested, owner };
  }
  return place;
}

function isRow(value: QueryRow[string] | undefined): value is QueryRow {
  return typeof value === 'object' && value !== null && 'attributes' in value;
}

/** FIELDS(ALL) and FIELDS(CUSTOM) need LIMIT 200 or less. Source: SOQL and SOSL Reference, "FIELDS()" [F-172]. */
function allFields(
  compilation: Compilation,
  object: ObjectSchema,
  which: string,
  limit: number | undefined
): SelectItem[] {
  if (which !== 'STANDARD' && (limit === undefined || limit > 200)) {
    report(compilation, 'MALFORMED_QUERY', 'The SOQL FIELDS function must have a LIMIT of at most 200');
    return [];
  }
  const fields = readableFields(compilation.view, object).filter(
    ({ apiName }) => which === 'ALL' || isCustom(apiName) === (which === 'CUSTOM')
  );
  return fields.map((field) => ({ kind: 'field', path: { parents: [], object, field }, label: false, alias: null }));
}

function compileChildren(
  compilation: Compilation,
  object: ObjectSchema,
  subquery: Subquery,
  childQuery: ChildQuery
): SelectItem[] {
  const { view } = compilation;
  const name = subquery.relationshipName;
  const relationship = object.childRelationships.find(
    (child) => child.relationshipName.toLowerCase() === name.toLowerCase()
  );
  const child = relationship === undefined ? undefined : readableObject(view, relationship.childObject);
  if (relationship === undefined || child === undefined) {
    reportAt(
      compilation,
      'INVALID_TYPE',
      name,
      notModelledIf(
        isUnmodelledChild(object, name),
        `Didn't understand relationship '${name}' in FROM part of query call. If you are attempting to use a custom ` +
          `relationship, be sure to append the '__r' after the custom relationship name. Please reference your WSDL or the ` +
          `describe call for the appropriate names.`
      )
    );
    return [];
  }
  const run = childQuery(subquery, child);
  if (run === null) return [];
  const key = child.fields.get(relationship.field);
  return [
    {
      kind: 'children',
      name: relationship.relationshipName,
      columns: run.columns,
      rowsOf: (parent) => (key === undefined ? [] : run.rowsOf(visibleRecordsWhere(view, child, key, [parent.Id])))
    }
  ];
}
