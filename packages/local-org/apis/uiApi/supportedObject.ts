import type { ObjectSchema } from '../../engine/schema/objectSchema.ts';
import { ok, refused, type Outcome } from '../shared/errors.ts';
import type { View } from '../shared/view.ts';
import { noAccess, unknownObject, unsupportedObject } from './errors.ts';

/** Finds an object that UI API serves and the person may read; else 400 INVALID_TYPE or 403. */
export function supportedObject(view: View, apiName: string): Outcome<ObjectSchema> {
  const object = view.org.schema.object(apiName);
  if (object === undefined) return refused(unknownObject(apiName));
  if (!object.supportedByUiApi) return refused(unsupportedObject(object.apiName));
  if (!view.access.canRead(object)) return refused(noAccess);
  return ok(object);
}
