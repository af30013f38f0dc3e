import { ok, refused, type Outcome } from '../../apis/shared/errors.ts';
import type { JsonObject } from '../../apis/shared/jsonBody.ts';
import type { Person } from '../../engine/access/person.ts';
import type { Org } from '../../engine/org/org.ts';
import { notModelled } from '../../engine/schema/notModelled.ts';
import { isTrue, textOf, type StoredRecord } from '../../engine/storage/record.ts';
import { installVersion, type BuiltVersion, type InstalledVersion } from './installVersion.ts';
import { keyProblem, type HubRecords } from './hubRecords.ts';
import { packageRecords } from './packageRecords.ts';
import { INSTALL_REQUEST, notUnderstood, textIn, textsOf } from './packageRequest.ts';

/** An org that installs packages. */
export interface Subscriber {
  versions(): readonly StoredRecord[];
  installed(): readonly StoredRecord[];
  requests(): readonly StoredRecord[];
  install(person: Person, body: JsonObject): Outcome<StoredRecord>;
}

const TEXTS = [
  ...['NameConflictResolution', 'SecurityType', 'PackageInstallSource', 'UpgradeType', 'ApexCompileType'],
  'SkipHandlers'
];

/** Installs versions of a hub's packages in an org. Source: Tooling API, "PackageInstallRequest" [F-162]. */
export function createSubscriber(org: Org, hub: HubRecords): Subscriber {
  const requests = packageRecords(org, '0Hf');
  const packages = packageRecords(org, '0A3');
  const contents = new Map<string, InstalledVersion>();
  /** Scratch orgs, sandboxes and Developer Edition orgs take beta versions [F-162]. */
  const isRefusedBeta = (version: StoredRecord): boolean => org.metadata.isProduction() && isTrue(version, 'IsBeta');

  const install: Subscriber['install'] = (person, body) => {
    const problem = notUnderstood('PackageInstallRequest', body, INSTALL_REQUEST);
    if (problem !== null) return refused(problem);
    const id = textIn(body, 'SubscriberPackageVersionKey');
    // The CLI writes a key into a request as it does into a query.
    const key = textIn(body, 'Password').replace(/\\(.)/gu, '$1');
    const locked = keyProblem(hub, id, key);
    if (locked !== null) return refused(locked);
    const version = hub.SubscriberPackageVersion.find(id);
    const built = version === undefined ? undefined : hub.built.get(version.Id);
    const request = requests.add(person, {
      ...textsOf(body, TEXTS),
      SubscriberPackageVersionKey: id,
      Password: null,
      EnableRss: false,
      Status: 'IN_PROGRESS',
      Errors: null,
      ProfileMappings: null
    });
    if (version !== undefined && built !== undefined) void carryOut(person, request, version, built);
    return ok(request);
  };

  const carryOut = async (person: Person, request: StoredRecord, version: StoredRecord, built: BuiltVersion) => {
    const end = (problems: readonly string[]): void => {
      const Errors = JSON.stringify({ errors: problems.map((message) => ({ message })) });
      requests.change(request.Id, problems.length === 0 ? { Status: 'SUCCESS' } : { Status: 'ERROR', Errors });
    };
    try {
      if (isRefusedBeta(version)) {
        end([betaInProduction(built.packageId)]);
        return;
      }
      const problems = await installVersion(org, person, built, [...contents.values()]);
      if (problems.length === 0) remember(person, built);
      end(problems);
    } catch (error) {
      end([notModelled('The local org failed at this install; its terminal shows why')]);
      process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    }
  };

  const remember = (person: Person, built: BuiltVersion): void => {
    contents.set(built.packageId, built);
    const before = packages.all().find((one) => textOf(one, 'SubscriberPackageId') === built.packageId);
    if (before !== undefined) packages.change(before.Id, { SubscriberPackageVersionId: built.id });
    else {
      packages.add(person, {
        SubscriberPackageId: built.packageId,
        SubscriberPackageVersionId: built.id,
        MinPackageVersionId: built.id
      });
    }
  };

  return {
    install,
    requests: () => requests.all(),
    installed: () => packages.all(),
    versions: () =>
      hub.SubscriberPackageVersion.all().map((version) => ({
        ...version,
        InstallValidationStatus: isRefusedBeta(version) ? 'BETA_INSTALL_INTO_PRODUCTION_ORG' : 'NO_ERRORS_DETECTED'
      }))
  };
}

/** The text is that of orgs [F-162]. */
function betaInProduction(packageId: string): string {
  return (
    `Package(${packageId.slice(0, 15)}) Unable to install beta package, Details: The package you attempted to install is a beta ` +
    'package, which you can only install in sandbox or Developer Edition organizations.'
  );
}
