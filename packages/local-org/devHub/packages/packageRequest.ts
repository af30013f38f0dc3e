import type { ApiError } from '../../apis/shared/errors.ts';
import type { JsonObject } from '../../apis/shared/jsonBody.ts';
import { notModelled } from '../../engine/schema/notModelled.ts';
import type { Fields } from '../../engine/storage/record.ts';

/** The fields of a request that this local org understands, and the values that it carries out. `true` is any value. */
export type Understood = Readonly<Record<string, true | readonly unknown[]>>;

const NONE = ['', null, undefined];

export const PACKAGE: Understood = {
  Name: true,
  Description: true,
  ContainerOptions: ['Unlocked'],
  NamespacePrefix: NONE,
  PackageErrorUsername: NONE,
  IsOrgDependent: [false, ...NONE]
};

export const VERSION_REQUEST: Understood = {
  Package2Id: true,
  Tag: true,
  Branch: true,
  InstallKey: true,
  Language: NONE,
  Instance: NONE,
  SourceOrg: NONE,
  CalculateCodeCoverage: [true, false],
  SkipValidation: [false],
  AsyncValidation: [false],
  IsDevUsePkgZipRequested: [false],
  CalcTransitiveDependencies: [false]
};

export const INSTALL_REQUEST: Understood = {
  SubscriberPackageVersionKey: true,
  Password: true,
  ApexCompileType: true,
  EnableRss: [false],
  NameConflictResolution: ['Block'],
  PackageInstallSource: ['U'],
  SecurityType: ['none', 'None'],
  UpgradeType: ['mixed-mode'],
  SkipHandlers: NONE
};

/** Why a request isn't carried out: a field that is unknown here, or a value of it. null if it is understood. */
export function notUnderstood(object: string, body: JsonObject, understood: Understood): ApiError | null {
  for (const [field, value] of Object.entries(body)) {
    const values = Object.hasOwn(understood, field) ? understood[field] : undefined;
    if (values === true || values?.includes(value) === true) continue;
    const what = values === undefined ? field : `${field} ${JSON.stringify(value)}`;
    return { status: 400, errorCode: 'INVALID_FIELD', message: notModelled(`${what} of a ${object}`), fields: [field] };
  }
  return null;
}

/** The text in a field of a request; empty if it has none. */
export function textIn(body: JsonObject, field: string): string {
  const value = body[field];
  return typeof value === 'string' ? value : '';
}

/** A text as records have it. */
export function orNull(text: string): string | null {
  return text === '' ? null : text;
}

/** Texts of a request for a record. */
export function textsOf(body: JsonObject, names: readonly string[]): Fields {
  return Object.fromEntries(names.map((name) => [name, orNull(textIn(body, name))]));
}

export function requiredFieldMissing(name: string): ApiError {
  return {
    status: 400,
    errorCode: 'REQUIRED_FIELD_MISSING',
    message: `Required fields are missing: [${name}]`,
    fields: [name]
  };
}
