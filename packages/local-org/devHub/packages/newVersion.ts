import type { Person } from '../../engine/access/person.ts';
import type { Org } from '../../engine/org/org.ts';
import { numberOf, textOf, type StoredRecord } from '../../engine/storage/record.ts';
import { buildVersion, type CreateBuildOrg } from './buildVersion.ts';
import type { HubRecords } from './hubRecords.ts';
import type { BuiltVersion } from './installVersion.ts';
import { orNull } from './packageRequest.ts';
import type { VersionInfo } from './versionInfo.ts';
import { nextVersionNumber, type VersionNumber } from './versionNumber.ts';
import { subscriberVersion, versionFields } from './versionRecord.ts';

/** What the platform says of itself in each version. */
const RELEASE = 68;

/** What a version is made of. */
export interface NewVersion {
  readonly person: Person;
  /** The Package2VersionCreateRequest. */
  readonly request: StoredRecord;
  /** The Package2. */
  readonly ofPackage: StoredRecord;
  readonly info: VersionInfo;
  /** Empty for a version without an installation key. */
  readonly key: string;
}

/** Validates a version and adds it to the hub. Returns what is wrong with it; empty when it is made. */
export async function createVersion(
  hub: Org,
  records: HubRecords,
  { person, request, ofPackage, info, key }: NewVersion,
  createBuildOrg: CreateBuildOrg
): Promise<readonly string[]> {
  const began = hub.clock.now();
  const unknown = info.dependencies.find((id) => builtVersion(records, id) === undefined);
  if (unknown !== undefined) return [noSuchDependency(unknown)];
  const dependencies = info.dependencies.flatMap((id) => builtVersion(records, id) ?? []);
  const build = await buildVersion(info, dependencies, createBuildOrg);
  if (!build.ok) return build.problems;
  // The number is taken only now, as two versions may be built at once.
  const number = nextVersionNumber(info.versionNumber, versionNumbers(records, ofPackage.Id));
  if (typeof number === 'string') return [number];
  const isKept = key !== '';
  const subscriber = records.SubscriberPackageVersion.add(
    person,
    subscriberVersion({ info, number, ofPackage, publisher: publisherOf(hub), isKept })
  );
  if (isKept) records.keys.set(subscriber.Id, key);
  records.built.set(subscriber.Id, {
    id: subscriber.Id,
    packageId: textOf(ofPackage, 'SubscriberPackageId'),
    packageName: textOf(ofPackage, 'Name'),
    shortNumber: `${String(number.major)}.${String(number.minor)}`,
    metadata: info.metadata,
    components: build.components,
    dependencies
  });
  const seconds = Math.round((hub.clock.now() - began) / 1000);
  const version = records.Package2Version.add(person, {
    ...versionFields({ info, number, request, subscriberId: subscriber.Id }),
    BuildDurationInSeconds: seconds,
    EndToEndBuildDurationInSeconds: seconds,
    TotalNumberOfMetadataFiles: build.files,
    TotalSizeOfMetadataFiles: build.bytes,
    ReleaseVersion: RELEASE
  });
  records.Package2VersionCreateRequest.change(request.Id, { Package2VersionId: version.Id });
  return [];
}

function builtVersion({ SubscriberPackageVersion, built }: HubRecords, id: string): BuiltVersion | undefined {
  const version = SubscriberPackageVersion.find(id);
  return version === undefined ? undefined : built.get(version.Id);
}

function versionNumbers({ Package2Version }: HubRecords, packageId: string): VersionNumber[] {
  return Package2Version.all()
    .filter((version) => version['Package2Id'] === packageId)
    .map((version) => ({
      major: numberOf(version, 'MajorVersion'),
      minor: numberOf(version, 'MinorVersion'),
      patch: numberOf(version, 'PatchVersion'),
      build: numberOf(version, 'BuildNumber')
    }));
}

/** The text is that of hubs [F-164]. */
function noSuchDependency(id: string): string {
  return (
    `Can’t create package version. Package dependency [${id}] isn’t a valid subscriber package version ID. ` +
    'Correct the package ID in your sfdx-project.json file, and retry creating the package version.'
  );
}

function publisherOf(hub: Org): string | null {
  const object = hub.schema.object('Organization');
  const [organization] = object === undefined ? [] : hub.all(object);
  return organization === undefined ? null : orNull(textOf(organization, 'Name'));
}
