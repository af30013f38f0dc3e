import { isTrue, textOf, type Fields, type StoredRecord } from '../../engine/storage/record.ts';
import { orNull } from './packageRequest.ts';
import type { VersionInfo } from './versionInfo.ts';
import type { VersionNumber } from './versionNumber.ts';

/** The fields of a new Package2Version, without what its build has measured. Source: Tooling API, "Package2Version" [F-160]. */
export function versionFields({
  info,
  number,
  request,
  subscriberId
}: {
  readonly info: VersionInfo;
  readonly number: VersionNumber;
  /** The Package2VersionCreateRequest. */
  readonly request: StoredRecord;
  readonly subscriberId: string;
}): Fields {
  return {
    ...numberFields(number),
    Package2Id: textOf(request, 'Package2Id'),
    SubscriberPackageVersionId: subscriberId,
    Name: info.name,
    Description: orNull(info.description),
    Tag: request['Tag'] ?? null,
    Branch: request['Branch'] ?? null,
    AncestorId: null,
    ConvertedFromVersionId: null,
    InstallKey: null,
    Language: null,
    DeveloperUsePkgZip: null,
    CodeCoverage: null,
    CodeCoveragePercentages: null,
    // A package without Apex has nothing to cover [F-164]. This local org has no Apex.
    HasPassedCodeCoverageCheck: isTrue(request, 'CalculateCodeCoverage'),
    IsPasswordProtected: isTrue(request, 'IsPasswordProtected'),
    ValidationSkipped: false,
    ValidatedAsync: false,
    IsDeprecated: false,
    IsReleased: false,
    HasMetadataRemoved: false,
    HasVpi: false
  };
}

/** The fields of a new SubscriberPackageVersion. Source: Tooling API, "SubscriberPackageVersion" [F-162]. */
export function subscriberVersion({
  info,
  number,
  ofPackage,
  publisher,
  isKept
}: {
  readonly info: VersionInfo;
  readonly number: VersionNumber;
  /** The Package2. */
  readonly ofPackage: StoredRecord;
  readonly publisher: string | null;
  /** Whether an installation key protects it. */
  readonly isKept: boolean;
}): Fields {
  return {
    ...numberFields(number),
    SubscriberPackageId: textOf(ofPackage, 'SubscriberPackageId'),
    Name: info.name,
    Description: orNull(info.description),
    PublisherName: publisher,
    ReleaseState: 'Beta',
    IsBeta: true,
    IsManaged: false,
    IsDeprecated: false,
    IsPasswordProtected: isKept,
    IsSecurityReviewed: false,
    IsOrgDependent: false,
    Package2ContainerOptions: textOf(ofPackage, 'ContainerOptions'),
    AppExchangePackageName: null,
    AppExchangeDescription: null,
    AppExchangePublisherName: null,
    AppExchangeLogoUrl: null,
    ReleaseNotesUrl: orNull(info.releaseNotesUrl),
    PostInstallUrl: orNull(info.postInstallUrl),
    InstallationKey: null,
    // No metadata type of this local org names a site of others, and it packages no profile.
    RemoteSiteSettings: '{"settings":[]}',
    CspTrustedSites: '{"settings":[]}',
    Profiles: '{"destinationProfiles":[],"sourceProfiles":[]}',
    Dependencies: JSON.stringify({
      ids: info.dependencies.map((subscriberPackageVersionId) => ({ subscriberPackageVersionId }))
    })
  };
}

function numberFields({ major, minor, patch, build }: VersionNumber): Fields {
  return { MajorVersion: major, MinorVersion: minor, PatchVersion: patch, BuildNumber: build };
}
