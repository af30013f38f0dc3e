import type { FieldDefinition, ObjectDefinition } from '../../../engine/schema/definition.ts';
import { toolingDefinition, type ToolingObject } from '../toolingObjects.ts';
import { packagingOf, type HubObject, type SubscriberObject } from './packaging.ts';

type FieldDefinitions = Readonly<Record<string, FieldDefinition>>;

/** `IsManaged` → `Is Managed`. */
function labelOf(name: string): string {
  return name.replace(/(?<=[a-z\d])(?=[A-Z])/gu, ' ');
}

function of(type: FieldDefinition['type'], names: string, more: Partial<FieldDefinition> = {}): FieldDefinitions {
  return Object.fromEntries(names.split(' ').map((name) => [name, { type, label: labelOf(name), ...more }]));
}

const texts = (names: string): FieldDefinitions => of('string', names, { length: 255, is: 'nillable' });
const flags = (names: string): FieldDefinitions => of('boolean', names);
const numbers = (names: string): FieldDefinitions => of('int', names, { is: 'nillable' });
const complexValues = (names: string): FieldDefinitions =>
  of('complexvalue', names, { is: 'nillable', not: 'filter sort group' });

function reference(to: string, relationship = to): FieldDefinitions {
  const name = `${relationship}Id`;
  return { [name]: { type: 'reference', label: labelOf(name), is: 'nillable', relationship, to } };
}

function objectOf(label: string, keyPrefix: string, ...fields: readonly FieldDefinitions[]): ObjectDefinition {
  const systemFields = 'Id IsDeleted CreatedDate CreatedById LastModifiedDate LastModifiedById SystemModstamp';
  return toolingDefinition(label, keyPrefix, systemFields, Object.assign({}, ...fields) as FieldDefinitions);
}

const VERSION_NUMBER = numbers('MajorVersion MinorVersion PatchVersion BuildNumber');
/** Codes of people and of the platform. */
const ids = (names: string): FieldDefinitions => of('id', names, { is: 'nillable' });

/** Source: Tooling API, Package2, Package2Version, Package2VersionCreateRequest, Package2VersionCreateRequestError [F-160]. */
const HUB_OBJECTS: Readonly<Record<HubObject, ObjectDefinition>> = {
  Package2: objectOf(
    'Second-Generation Package',
    '0Ho',
    of('string', 'Name', { length: 80, is: 'nameField' }),
    texts('Description NamespacePrefix PackageErrorUsername'),
    of('picklist', 'ContainerOptions', { length: 40 }),
    reference('SubscriberPackage'),
    ids('ConvertedFromPackageId RecommendedVersionId'),
    flags('IsDeprecated IsOrgDependent AppAnalyticsEnabled')
  ),
  Package2Version: objectOf(
    'Second-Generation Package Version',
    '05i',
    reference('Package2'),
    reference('SubscriberPackageVersion'),
    reference('Package2Version', 'Ancestor'),
    ids('ConvertedFromVersionId'),
    texts('Name Description Tag Branch InstallKey Language DeveloperUsePkgZip'),
    VERSION_NUMBER,
    numbers('BuildDurationInSeconds EndToEndBuildDurationInSeconds'),
    numbers('TotalNumberOfMetadataFiles TotalSizeOfMetadataFiles'),
    of('double', 'ReleaseVersion', { is: 'nillable' }),
    complexValues('CodeCoverage CodeCoveragePercentages'),
    flags('ValidationSkipped ValidatedAsync IsDeprecated IsPasswordProtected HasPassedCodeCoverageCheck'),
    flags('IsReleased HasMetadataRemoved HasVpi')
  ),
  Package2VersionCreateRequest: objectOf(
    'Second-Generation Package Version Create Request',
    '08c',
    reference('Package2'),
    reference('Package2Version'),
    texts('Tag Branch InstallKey Language'),
    of('picklist', 'Status', { length: 40 }),
    flags('IsPasswordProtected CalculateCodeCoverage SkipValidation AsyncValidation IsConversionRequest')
  ),
  Package2VersionCreateRequestError: objectOf(
    'Second-Generation Package Version Create Request Error',
    // No document names the prefix.
    '08e',
    reference('Package2VersionCreateRequest', 'ParentRequest'),
    of('string', 'Message', { length: 4000, is: 'nillable', not: 'group' })
  )
};

/** Source: Tooling API, SubscriberPackageVersion, InstalledSubscriberPackage, PackageInstallRequest [F-162]. */
const SUBSCRIBER_OBJECTS: Readonly<Record<SubscriberObject, ObjectDefinition>> = {
  SubscriberPackage: objectOf(
    'Subscriber Package',
    '033',
    of('string', 'Name', { length: 80, is: 'nameField' }),
    texts('Description NamespacePrefix'),
    flags('IsPackageValid')
  ),
  SubscriberPackageVersion: objectOf(
    'Subscriber Package Version',
    '04t',
    reference('SubscriberPackage'),
    texts('Name Description PublisherName ReleaseState InstallationKey InstallValidationStatus'),
    texts('AppExchangePackageName AppExchangeDescription AppExchangePublisherName AppExchangeLogoUrl'),
    texts('ReleaseNotesUrl PostInstallUrl'),
    of('picklist', 'Package2ContainerOptions', { length: 40, is: 'nillable' }),
    VERSION_NUMBER,
    flags('IsManaged IsDeprecated IsPasswordProtected IsBeta IsSecurityReviewed IsOrgDependent'),
    complexValues('RemoteSiteSettings CspTrustedSites Profiles Dependencies')
  ),
  InstalledSubscriberPackage: objectOf(
    'Installed Subscriber Package',
    '0A3',
    reference('SubscriberPackage'),
    reference('SubscriberPackageVersion'),
    reference('SubscriberPackageVersion', 'MinPackageVersion')
  ),
  PackageInstallRequest: objectOf(
    'Package Install Request',
    '0Hf',
    texts('SubscriberPackageVersionKey NameConflictResolution SecurityType PackageInstallSource Password'),
    texts('UpgradeType ApexCompileType SkipHandlers Status'),
    flags('EnableRss'),
    complexValues('Errors ProfileMappings')
  )
};

/** The objects of packages. A hub's own objects don't exist in other orgs [F-160]. */
export const PACKAGE_OBJECTS: Readonly<Record<string, ToolingObject>> = {
  ...toolingObjects(HUB_OBJECTS, true),
  ...toolingObjects(SUBSCRIBER_OBJECTS, false)
};

function toolingObjects<Name extends HubObject | SubscriberObject>(
  definitions: Readonly<Record<Name, ObjectDefinition>>,
  isOfHub: boolean
): Readonly<Record<string, ToolingObject>> {
  const names = Object.keys(definitions) as Name[];
  return Object.fromEntries(
    names.map((name) => [
      name,
      {
        definition: definitions[name],
        rowsOf: (org) => packagingOf(org)?.rows(name) ?? [],
        isThere: (org) => !isOfHub || packagingOf(org)?.isHub === true
      }
    ])
  );
}
