import type { Person } from '../../../engine/access/person.ts';
import type { Org } from '../../../engine/org/org.ts';
import type { StoredRecord } from '../../../engine/storage/record.ts';
import type { ApiError, Outcome } from '../../shared/errors.ts';
import type { JsonObject } from '../../shared/jsonBody.ts';

/** The objects of packages that only the Dev Hub of the packages has. */
export type HubObject =
  'Package2' | 'Package2Version' | 'Package2VersionCreateRequest' | 'Package2VersionCreateRequestError';

/** The objects of packages that every org has. */
export type SubscriberObject =
  'SubscriberPackage' | 'SubscriberPackageVersion' | 'InstalledSubscriberPackage' | 'PackageInstallRequest';

/** The packages of a Dev Hub, as one org sees them: the hub itself, or one of its scratch orgs. */
export interface Packaging {
  readonly isHub: boolean;
  rows(object: HubObject | SubscriberObject): readonly StoredRecord[];
  /** Creates a Package2. */
  createPackage(person: Person, body: JsonObject): Outcome<StoredRecord>;
  /** Creates a Package2VersionCreateRequest, which is carried out later. */
  requestVersion(person: Person, body: JsonObject, versionInfo: Uint8Array): Outcome<StoredRecord>;
  /** Creates a PackageInstallRequest, which is carried out later. */
  install(person: Person, body: JsonObject): Outcome<StoredRecord>;
  /** Why a package version can't be seen with this installation key; null if it can. */
  keyProblem(versionId: string, key: string | null): ApiError | null;
}

/** By the locks of an org, which its views share. */
const all = new WeakMap<Org['locks'], Packaging>();

/** Shows the packages of a Dev Hub to an org. */
export function providePackaging(org: Org, packaging: Packaging): void {
  all.set(org.locks, packaging);
}

/** Undefined for an org that is neither a Dev Hub nor a scratch org of one. */
export function packagingOf(org: Org): Packaging | undefined {
  return all.get(org.locks);
}
