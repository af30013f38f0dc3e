import type { FieldSchema, ObjectSchema } from '../../engine/schema/objectSchema.ts';
import { ok, refused, type ApiError, type Outcome } from '../shared/errors.ts';
import { readableField, readableFields, readableRelationship, type View } from '../shared/view.ts';
import { illegalParameter, noSuchColumn } from './errors.ts';
import type { RequestedFields } from './requests.ts';

/** The number of relationships that UI API follows from a record: `Contact.A.B.C.D.E.Name`. */
const MAX_SPANS = 5;

/** The fields of a record and of its parents that an answer holds. */
export interface FieldSelection {
  readonly fields: Map<string, FieldSchema>;
  readonly parents: Map<string, ParentSelection>;
}

export interface ParentSelection {
  readonly field: FieldSchema;
  readonly target: ObjectSchema;
  readonly selection: FieldSelection;
}

/**
 * Resolves field paths such as `Contact.Account.Name`. A field that does not exist or that the person cannot read is 400
 * INVALID_FIELD in `fields`, and is left out in `optionalFields`. Source: User Interface API, "Get a Record".
 */
export function selectFields(view: View, object: ObjectSchema, requested: RequestedFields): Outcome<FieldSelection> {
  const selection = emptySelection();
  for (const path of requested.fields) {
    const problem = addPath(view, object, selection, path);
    if (problem !== null) return refused(problem);
  }
  for (const path of requested.optionalFields) addPath(view, object, selection, path);
  return ok(selection);
}

/** Selects every readable field of the object itself, as the answer to a save does. */
export function selectOwnFields(view: View, object: ObjectSchema): FieldSelection {
  return { fields: new Map(readableFields(view, object).map((field) => [field.apiName, field])), parents: new Map() };
}

function emptySelection(): FieldSelection {
  return { fields: new Map(), parents: new Map() };
}

/** Adds a path, or nothing of it when a part is unknown. */
function addPath(view: View, object: ObjectSchema, selection: FieldSelection, path: string): ApiError | null {
  const [root, ...names] = path.split('.');
  const last = names.pop();
  if (root === undefined || last === undefined || last === '') {
    return illegalParameter(`Field '${path}' should be specified as ObjectApiName.FieldApiName`);
  }
  if (root.toLowerCase() !== object.apiName.toLowerCase()) return noSuchColumn(path, object);
  if (names.length > MAX_SPANS) return illegalParameter(`Field '${path}' spans more than ${String(MAX_SPANS)} levels`);

  const steps: { readonly name: string; readonly field: FieldSchema; readonly target: ObjectSchema }[] = [];
  let current = object;
  for (const name of names) {
    const step = readableRelationship(view, current, name);
    if (step?.target.spannedByUiApi !== true) return noSuchColumn(name, current);
    steps.push({ name: step.field.relationshipName ?? name, ...step });
    current = step.target;
  }
  const field = readableField(view, current, last);
  const relationship = field === undefined ? readableRelationship(view, current, last) : undefined;
  if (field === undefined && relationship?.target.spannedByUiApi !== true) return noSuchColumn(last, current);

  let place = selection;
  for (const step of steps) place = parentIn(place, step.name, step.field, step.target);
  if (field !== undefined) place.fields.set(field.apiName, field);
  else if (relationship !== undefined) {
    parentIn(place, relationship.field.relationshipName ?? last, relationship.field, relationship.target);
  }
  return null;
}

function parentIn(place: FieldSelection, name: string, field: FieldSchema, target: ObjectSchema): FieldSelection {
  const known = place.parents.get(name);
  if (known !== undefined) return known.selection;
  const selection = emptySelection();
  place.parents.set(name, { field, target, selection });
  return selection;
}
