import { ok, refused, type ApiError, type Outcome } from '../shared/errors.ts';
import type { View } from '../shared/view.ts';
import type { ObjectSchema } from '../../engine/schema/objectSchema.ts';

/** An object that UI API serves and the person may read; otherwise 400 INVALID_TYPE or 403. */
export function supportedObject(view: View, apiName: string): Outcome<ObjectSchema> {
  const object = view.org.schema.object(apiName);
  if (object === undefined) return refused(unknownObject(apiName));
  if (!object.supportedByUiApi) return refused(unsupportedObject(object.apiName));
  if (!view.access.canRead(object)) return refused(noAccess);
  return ok(object);
}

/** Supported Objects, User Interface API: the code and text for an object that it does not serve. */
export function unsupportedObject(apiName: string): ApiError {
  return { status: 400, errorCode: 'INVALID_TYPE', message: `Object ${apiName} is not supported in UI API` };
}

function unknownObject(apiName: string): ApiError {
  return {
    status: 400,
    errorCode: 'INVALID_TYPE',
    message:
      `sObject type '${apiName}' is not supported. If you are attempting to use a custom object, be sure to append the ` +
      `'__c' after the entity name. Please reference your WSDL or the describe call for the appropriate names.`
  };
}

const noAccess: ApiError = {
  status: 403,
  errorCode: 'INSUFFICIENT_ACCESS',
  message: "You don't have access to this record. Ask your administrator for help or to request access."
};
