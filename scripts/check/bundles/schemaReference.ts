import type { Schema } from 'sfdx-local-org';

/** Whether `Contact`, `Contact.Name` or the span `Contact.Account.Owner.Name` (5 levels at most) is in a schema. */
export function hasReference(schema: Schema, reference: string): boolean {
  const [objectName = '', ...path] = reference.split('.');
  const object = schema.object(objectName);
  return object !== undefined && (path.length === 0 || hasPath(schema, object.apiName, path));
}

function hasPath(schema: Schema, objectName: string, [name = '', ...rest]: readonly string[]): boolean {
  const object = schema.object(objectName);
  if (object === undefined) {
    return false;
  }
  if (rest.length === 0) {
    return schema.field(object, name) !== undefined;
  }
  const targets = schema.relationship(object, name)?.referenceTo ?? [];
  return targets.some((target) => hasPath(schema, target, rest));
}
