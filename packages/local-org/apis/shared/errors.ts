import type { Context } from 'hono';
import { notModelled, notModelledIf } from '../../engine/schema/notModelled.ts';
import type { ObjectSchema } from '../../engine/schema/objectSchema.ts';
import {
  isUnmodelledField,
  isUnmodelledObject,
  isUnmodelledParent,
  type ObjectApi
} from '../../engine/schema/unmodelledNames.ts';
import { isRetiredVersion, isUnmodelledVersion } from './apiVersions.ts';

/** One error of a REST answer, whose body is an array of `{ errorCode, message }`. */
export interface ApiError {
  readonly status: 400 | 401 | 403 | 404 | 405 | 409 | 410 | 412 | 415 | 500;
  readonly errorCode: string;
  readonly message: string;
  /** API names of the fields that the error is about. */
  readonly fields?: readonly string[];
}

export type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: ApiError };

/** A successful outcome. */
export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

/** A refused outcome. */
export function refused(error: ApiError): { readonly ok: false; readonly error: ApiError } {
  return { ok: false, error };
}

/** Source: REST API Developer Guide, "Status Codes and Error Responses": the body is an array even for one error. */
export function answerError(c: Context, error: ApiError): Response {
  const fields = error.fields === undefined ? {} : { fields: error.fields };
  return c.json([{ message: error.message, errorCode: error.errorCode, ...fields }], error.status);
}

export const resourceNotFound: ApiError = {
  status: 404,
  errorCode: 'NOT_FOUND',
  message: 'The requested resource does not exist'
};

/** The answer to a path that this org doesn't serve, although Salesforce may. */
export const unmodelledResource: ApiError = { ...resourceNotFound, message: notModelled(resourceNotFound.message) };

/** The answer to a path of an API version that this org doesn't serve. The text of a retired version is ours. */
export function versionNotFound(segment: string): ApiError {
  if (isRetiredVersion(segment)) return { status: 410, errorCode: 'GONE', message: 'The API version is retired' };
  return isUnmodelledVersion(segment) ? unmodelledResource : resourceNotFound;
}

/** The answer to a path of an object that this org doesn't have, or that the person may not read. */
export function objectNotFound(apiName: string): ApiError {
  const message = notModelledIf(isUnmodelledObject(apiName, 'platform'), resourceNotFound.message);
  return { ...resourceNotFound, message };
}

/** A request about a record in the recycle bin [F-100]. */
export const entityIsDeleted: ApiError = { status: 404, errorCode: 'ENTITY_IS_DELETED', message: 'entity is deleted' };

export const sessionInvalid: ApiError = {
  status: 401,
  errorCode: 'INVALID_SESSION_ID',
  message: 'Session expired or invalid'
};

/** A body that is not JSON, or JSON of the wrong shape. */
export function jsonParserError(message: string): ApiError {
  return { status: 400, errorCode: 'JSON_PARSER_ERROR', message };
}

/** The text for an object that does not exist, in SOQL and UI API. */
export function typeNotSupported(name: string, api: ObjectApi = 'platform'): string {
  return notModelledIf(
    isUnmodelledObject(name, api),
    `sObject type '${name}' is not supported. If you are attempting to use a custom object, be sure to append the '__c' ` +
      'after the entity name. Please reference your WSDL or the describe call for the appropriate names.'
  );
}

/** The text for a field or a relationship that does not exist, in SOQL and UI API. */
export function noSuchColumnOnEntity(name: string, object: ObjectSchema): string {
  return notModelledIf(
    isUnmodelledField(object, name) || isUnmodelledParent(object, name),
    `No such column '${name}' on entity '${object.apiName}'. If you are attempting to use a custom field, be sure to append the '__c' ` +
      'after the custom field name. Please reference your WSDL or the describe call for the appropriate names.'
  );
}
