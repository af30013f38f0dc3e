import { ok, refused, type ApiError } from '../../apis/shared/errors.ts';
import type { Packaging } from '../../apis/tooling/packaging/packaging.ts';
import type { Person } from '../../engine/access/person.ts';
import type { Org } from '../../engine/org/org.ts';
import { notModelled } from '../../engine/schema/notModelled.ts';
import { textOf, type StoredRecord } from '../../engine/storage/record.ts';
import type { CreateBuildOrg } from './buildVersion.ts';
import { createHubRecords, keyProblem } from './hubRecords.ts';
import { createVersion } from './newVersion.ts';
import { notUnderstood, PACKAGE, requiredFieldMissing, textIn, textsOf, VERSION_REQUEST } from './packageRequest.ts';
import { createSubscriber } from './subscriber.ts';
import { readVersionInfo } from './versionInfo.ts';

/** The packages of a Dev Hub, which its scratch orgs can install. */
export interface PackageHub {
  /** The packages as the hub sees them, or one of its scratch orgs. */
  packagingFor(org: Org): Packaging;
}

/** Source: Tooling API, "Package2" and "Package2VersionCreateRequest" [F-160]. */
export function createPackageHub(hub: Org, createBuildOrg: CreateBuildOrg): PackageHub {
  const records = createHubRecords(hub);

  const createPackage: Packaging['createPackage'] = (person, body) => {
    const problem = notUnderstood('Package2', body, PACKAGE);
    if (problem !== null) return refused(problem);
    const name = textIn(body, 'Name').trim();
    if (name === '') return refused(requiredFieldMissing('Name'));
    const isTaken = records.Package2.all().some((one) => textOf(one, 'Name').toLowerCase() === name.toLowerCase());
    if (isTaken) return refused(nameIsTaken(name));
    const texts = textsOf(body, ['Description', 'NamespacePrefix', 'PackageErrorUsername']);
    const subscriber = records.SubscriberPackage.add(person, {
      Name: name,
      Description: texts['Description'] ?? null,
      NamespacePrefix: null,
      IsPackageValid: true
    });
    return ok(
      records.Package2.add(person, {
        ...texts,
        Name: name,
        ContainerOptions: textIn(body, 'ContainerOptions'),
        SubscriberPackageId: subscriber.Id,
        ConvertedFromPackageId: null,
        RecommendedVersionId: null,
        IsDeprecated: false,
        IsOrgDependent: false,
        AppAnalyticsEnabled: false
      })
    );
  };

  const requestVersion: Packaging['requestVersion'] = (person, body, zip) => {
    const problem = notUnderstood('Package2VersionCreateRequest', body, VERSION_REQUEST);
    if (problem !== null) return refused(problem);
    const ofPackage = records.Package2.find(textIn(body, 'Package2Id'));
    if (ofPackage === undefined) return refused(noSuchPackage);
    const key = textIn(body, 'InstallKey');
    const request = records.Package2VersionCreateRequest.add(person, {
      ...textsOf(body, ['Tag', 'Branch']),
      Package2Id: ofPackage.Id,
      Package2VersionId: null,
      // For security a query never gives it.
      InstallKey: null,
      IsPasswordProtected: key !== '',
      Language: null,
      Status: 'Queued',
      CalculateCodeCoverage: body['CalculateCodeCoverage'] === true,
      SkipValidation: false,
      AsyncValidation: false,
      IsConversionRequest: false
    });
    void carryOut(person, request, ofPackage, zip, key);
    return ok(request);
  };

  const carryOut = async (
    person: Person,
    request: StoredRecord,
    ofPackage: StoredRecord,
    zip: Uint8Array,
    key: string
  ): Promise<void> => {
    const end = (problems: readonly string[]): void => {
      for (const Message of problems) {
        records.Package2VersionCreateRequestError.add(person, { ParentRequestId: request.Id, Message });
      }
      const Status = problems.length === 0 ? 'Success' : 'Error';
      records.Package2VersionCreateRequest.change(request.Id, { Status });
    };
    try {
      const read = await readVersionInfo(zip);
      records.Package2VersionCreateRequest.change(request.Id, { Status: 'InProgress' });
      if (!read.ok) {
        end([read.problem]);
        return;
      }
      const version = { person, request, ofPackage, info: read.info, key };
      end(await createVersion(hub, records, version, createBuildOrg));
    } catch (error) {
      // The status must be final, or a client that asks for it waits forever.
      end([notModelled('The local org failed at this version; its terminal shows why')]);
      process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    }
  };

  return {
    packagingFor: (org) => {
      const subscriber = createSubscriber(org, records);
      const isHub = org.locks === hub.locks;
      return {
        isHub,
        createPackage,
        requestVersion,
        install: (person, body) => subscriber.install(person, body),
        keyProblem: (id, key) => keyProblem(records, id, key),
        rows: (object) => {
          switch (object) {
            case 'SubscriberPackageVersion':
              return subscriber.versions();
            case 'InstalledSubscriberPackage':
              return subscriber.installed();
            case 'PackageInstallRequest':
              return subscriber.requests();
            case 'SubscriberPackage':
              return records.SubscriberPackage.all();
            case 'Package2':
            case 'Package2Version':
            case 'Package2VersionCreateRequest':
            case 'Package2VersionCreateRequestError':
              return isHub ? records[object].all() : [];
          }
        }
      };
    }
  };
}

/** No document says whether a hub takes the same name twice. */
function nameIsTaken(name: string): ApiError {
  return {
    status: 400,
    errorCode: 'DUPLICATE_VALUE',
    message: notModelled(`A second package with the name ${name}`),
    fields: ['Name']
  };
}

/** Source: the message that the CLI's library replaces by its own. */
const noSuchPackage: ApiError = {
  status: 400,
  errorCode: 'MALFORMED_ID',
  message: 'Package2 ID: id value of incorrect type'
};
