import type { FieldSchema, ObjectSchema, Schema } from '../../engine/schema/objectSchema.ts';
import { readableFields, type View } from '../shared/view.ts';
import { kindOf, type FieldKind } from './scalars.ts';

/** A field with its GraphQL type, and with the object of its relationship if GraphQL serves that object. */
export interface VisibleField {
  readonly field: FieldSchema;
  readonly kind: FieldKind;
  readonly parent: { readonly name: string; readonly target: string } | null;
}

export interface VisibleChild {
  readonly relationshipName: string;
  readonly childObject: string;
  readonly field: FieldSchema;
}

/** An object as a person may query it. */
export interface VisibleObject {
  readonly object: ObjectSchema;
  readonly fields: readonly VisibleField[];
  readonly children: readonly VisibleChild[];
  /** Whether the object has a field in `query` and `aggregate`; others are reached only through relationships. */
  readonly isRoot: boolean;
  readonly createable: boolean;
  readonly updateable: boolean;
  readonly deletable: boolean;
}

/**
 * The objects that UI API supports, reduced to what the person may see: "a schema that reflects the user's Field Level Security,
 * so they only see the types and fields permitted at their level". Source: GraphQL API Developer Guide, overview.
 */
export function visibleSchema(view: View): VisibleObject[] {
  const { access } = view;
  const schema: Schema = view.org.schema;
  const served = new Map(
    schema.objects
      .filter((object) => object.spannedByGraphQl && object.queryable && access.canRead(object))
      .map((object) => [object.apiName, object])
  );
  return [...served.values()].map((object) => ({
    object,
    fields: readableFields(view, object).flatMap((field) => {
      const kind = kindOf(field);
      const target = field.referenceTo.find((name) => served.has(name));
      if (kind === null) return [];
      const parent =
        field.relationshipName === null || target === undefined ? null : { name: field.relationshipName, target };
      return [{ field, kind, parent }];
    }),
    children: object.childRelationships.flatMap((child) => {
      const childObject = served.get(child.childObject);
      const field = childObject === undefined ? undefined : schema.field(childObject, child.field);
      if (childObject === undefined || field === undefined || !access.canReadField(childObject, field)) return [];
      return [{ relationshipName: child.relationshipName, childObject: childObject.apiName, field }];
    }),
    isRoot: object.supportedByUiApi,
    createable: object.supportedByUiApi && object.createable && access.canCreate(object),
    updateable: object.supportedByUiApi && object.updateable && access.canEdit(object),
    deletable: object.supportedByUiApi && object.deletable && access.canDelete(object)
  }));
}

/** A text that is equal for people who see the same, so that they share one built schema. */
export function signatureOf(objects: readonly VisibleObject[]): string {
  return objects
    .map(
      ({ object, fields, createable, updateable, deletable }) =>
        `${object.apiName}${createable ? 'C' : ''}${updateable ? 'U' : ''}${deletable ? 'D' : ''}:` +
        fields.map(({ field }) => field.apiName).join()
    )
    .join(';');
}
