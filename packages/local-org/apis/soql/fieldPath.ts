import type { FieldSchema, ObjectSchema } from '../../engine/schema/objectSchema.ts';
import { notModelledIf } from '../../engine/schema/notModelled.ts';
import { isUnmodelledParent } from '../../engine/schema/unmodelledNames.ts';
import type { FieldValue, StoredRecord } from '../../engine/storage/record.ts';
import { noSuchColumnOnEntity } from '../shared/errors.ts';
import { parentOf, readableField, readableRelationship, valueOf, type View } from '../shared/view.ts';
import type { Compilation } from './compilation.ts';
import { reportAt } from './errors.ts';

/** A field of an object, or of a parent record reached through `parents`. */
export interface FieldPath {
  /** The reference fields to follow, with the relationship names by which the answer nests. */
  readonly parents: readonly { readonly name: string; readonly field: FieldSchema; readonly target: ObjectSchema }[];
  /** The object that owns the field. */
  readonly object: ObjectSchema;
  readonly field: FieldSchema;
}

const RELATIONSHIP_HINT =
  `If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name. ` +
  `Please reference your WSDL or the describe call for the appropriate names.`;

/** Resolves a path such as `Account.Owner.Name`. An unknown field and a hidden one are the same error, INVALID_FIELD. */
export function resolvePath(
  compilation: Compilation,
  from: ObjectSchema,
  text: string,
  alias?: string
): FieldPath | null {
  const { view } = compilation;
  const names = text.split('.');
  const [head] = names;
  if (names.length > 1 && head !== undefined && [alias, from.apiName].some((name) => sameName(name, head)))
    names.shift();
  const last = names.pop() ?? '';
  const parents: { name: string; field: FieldSchema; target: ObjectSchema }[] = [];
  let object = from;
  for (const name of names) {
    const step = readableRelationship(view, object, name);
    if (step === undefined) {
      const message = notModelledIf(
        isUnmodelledParent(object, name),
        `Didn't understand relationship '${name}' in field path. ${RELATIONSHIP_HINT}`
      );
      return reportAt(compilation, 'INVALID_FIELD', text, message);
    }
    parents.push({ name: step.field.relationshipName ?? name, ...step });
    object = step.target;
  }
  const field = readableField(view, object, last);
  if (field === undefined) {
    return reportAt(compilation, 'INVALID_FIELD', text, noSuchColumnOnEntity(last, object));
  }
  return { parents, object, field };
}

/** The value at the end of a path; null when a parent is missing or hidden. */
export function valueAt(view: View, record: StoredRecord, path: FieldPath): FieldValue {
  const owner = recordAt(view, record, path);
  return owner === undefined ? null : valueOf(owner, path.field);
}

/** The record at the end of a path, which has its field. */
export function recordAt(view: View, record: StoredRecord, path: FieldPath): StoredRecord | undefined {
  let current: StoredRecord | undefined = record;
  for (const { field } of path.parents) {
    if (current === undefined) return undefined;
    current = parentOf(view, current, field);
  }
  return current;
}

function sameName(one: string | undefined, other: string): boolean {
  return one?.toLowerCase() === other.toLowerCase();
}
