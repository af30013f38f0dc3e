import { isJson, textAt, valueAt } from 'sf-cli/json';
import { stateFile, type StateFile } from '../shared/stateFile.ts';

/** A version of a package, from its request on. Ids are empty until they are known. */
export interface VersionState {
  /** Id of the Package2VersionCreateRequest: 08c… */
  readonly requestId: string;
  /** Id of the version as an org installs it: 04t… */
  readonly id: string;
  /** `0.1.0.1` */
  readonly number: string;
  /** Of the files and the options of which it is made. */
  readonly fingerprint: string;
  /** Id of the PackageInstallRequest: 0Hf… */
  readonly installId: string;
}

/** What the command has made in one Dev Hub, kept between runs. */
export interface PackageState {
  /** Ids of the packages, by name: 0Ho… */
  readonly packages: Readonly<Record<string, string>>;
  /** The versions of a run that isn't done, by name. */
  readonly versions: Readonly<Record<string, VersionState>>;
  /** Id of the ScratchOrgInfo while the org is being created. */
  readonly orgRequestId: string;
  /** The org that gets the packages. */
  readonly username: string;
  /** Its address, without a trailing slash; empty if it isn't ours. */
  readonly url: string;
}

export const NOTHING_DONE: PackageState = { packages: {}, versions: {}, orgRequestId: '', username: '', url: '' };

const NO_VERSION: VersionState = { requestId: '', id: '', number: '', fingerprint: '', installId: '' };

/** The version of a package; without one, nothing of it is known. */
export function versionOf({ versions }: PackageState, name: string): VersionState {
  return versions[name] ?? NO_VERSION;
}

/** A state in which something more of a version is known. */
export function withVersion(state: PackageState, name: string, known: Partial<VersionState>): PackageState {
  return { ...state, versions: { ...state.versions, [name]: { ...versionOf(state, name), ...known } } };
}

/** Keeps the state of one Dev Hub. Without it the steps find out from the hub what is done, and make new versions. */
export function stateStore(folder: string, devHub: string): StateFile<PackageState> {
  return stateFile(folder, encodeURIComponent(devHub), stateIn, NOTHING_DONE);
}

function stateIn(value: unknown): PackageState {
  const entries = (name: string): [string, unknown][] => {
    const all = valueAt(value, name);
    return isJson(all) ? Object.entries(all) : [];
  };
  return {
    packages: Object.fromEntries(entries('packages').map(([name, id]) => [name, typeof id === 'string' ? id : ''])),
    versions: Object.fromEntries(entries('versions').map(([name, version]) => [name, versionIn(version)])),
    orgRequestId: textAt(value, 'orgRequestId'),
    username: textAt(value, 'username'),
    url: textAt(value, 'url')
  };
}

function versionIn(value: unknown): VersionState {
  return {
    requestId: textAt(value, 'requestId'),
    id: textAt(value, 'id'),
    number: textAt(value, 'number'),
    fingerprint: textAt(value, 'fingerprint'),
    installId: textAt(value, 'installId')
  };
}
