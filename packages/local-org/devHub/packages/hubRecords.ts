import type { ApiError } from '../../apis/shared/errors.ts';
import type { HubObject } from '../../apis/tooling/packaging/packaging.ts';
import type { Org } from '../../engine/org/org.ts';
import { notModelled } from '../../engine/schema/notModelled.ts';
import { isTrue } from '../../engine/storage/record.ts';
import type { BuiltVersion } from './installVersion.ts';
import { packageRecords, type PackageRecords } from './packageRecords.ts';

/** What a hub knows of its packages. */
export interface HubRecords extends Readonly<Record<HubObject, PackageRecords>> {
  readonly SubscriberPackage: PackageRecords;
  readonly SubscriberPackageVersion: PackageRecords;
  /** By the id of the SubscriberPackageVersion. */
  readonly built: Map<string, BuiltVersion>;
  /** Installation keys by the id of the SubscriberPackageVersion. */
  readonly keys: Map<string, string>;
}

export function createHubRecords(hub: Org): HubRecords {
  return {
    Package2: packageRecords(hub, '0Ho'),
    Package2Version: packageRecords(hub, '05i'),
    Package2VersionCreateRequest: packageRecords(hub, '08c'),
    Package2VersionCreateRequestError: packageRecords(hub, '08e'),
    SubscriberPackage: packageRecords(hub, '033'),
    SubscriberPackageVersion: packageRecords(hub, '04t'),
    built: new Map(),
    keys: new Map()
  };
}

/**
 * Why a package version can't be seen with this installation key; null if it can.
 * Source: StatusCode INSTALL_KEY_REQUIRED and INSTALL_KEY_INVALID; the texts are those of orgs [F-163].
 */
export function keyProblem(
  { SubscriberPackageVersion, keys }: HubRecords,
  id: string,
  key: string | null
): ApiError | null {
  const version = SubscriberPackageVersion.find(id);
  if (version === undefined) return unknownVersion(id);
  if (!isTrue(version, 'IsPasswordProtected')) return null;
  if (key === null || key === '') return keyRequired;
  return keys.get(version.Id) === key ? null : keyInvalid;
}

const keyRequired: ApiError = {
  status: 400,
  errorCode: 'INSTALL_KEY_REQUIRED',
  message:
    'Please provide installationkey when querying against SubscriberPackageVersion that is protected by installationkey'
};

const keyInvalid: ApiError = {
  status: 400,
  errorCode: 'INSTALL_KEY_INVALID',
  message: 'Invalid InstallationKey for SubscriberPackageVersion'
};

function unknownVersion(id: string): ApiError {
  return {
    status: 400,
    errorCode: 'PACKAGE_UNAVAILABLE',
    message: notModelled(`The package version ${id}, which is none of this org's Dev Hub`)
  };
}
