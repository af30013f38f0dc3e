import { readZip } from '../../apis/metadata/package/packageZip.ts';
import { isJsonObject, parseJsonObject, type JsonObject } from '../../apis/shared/jsonBody.ts';
import { notModelled } from '../../engine/schema/notModelled.ts';
import { textOfFile } from '../../engine/world/component.ts';

/** What the zip of a request for a package version contains [F-161]. */
export interface VersionInfo {
  readonly name: string;
  readonly description: string;
  /** `0.1.0.NEXT` */
  readonly versionNumber: string;
  readonly releaseNotesUrl: string;
  readonly postInstallUrl: string;
  /** Ids of the package versions on which it depends. */
  readonly dependencies: readonly string[];
  /** What the scratch org definition file says. */
  readonly definition: JsonObject;
  /** In metadata format, as a zip. */
  readonly metadata: Uint8Array;
  /** The settings of the definition file, as a zip; null when it has none. */
  readonly settings: Uint8Array | null;
}

export type ReadVersionInfo =
  { readonly ok: true; readonly info: VersionInfo } | { readonly ok: false; readonly problem: string };

const DESCRIPTOR = 'package2-descriptor.json';
const MODELLED = [DESCRIPTOR, 'package.zip', 'settings.zip', 'scratch-org-definition.json'];

/** Properties of the descriptor, in lower case. The last ones are those of the definition file, which this org reads itself. */
const UNDERSTOOD = new Set(
  [
    ...['id', 'path', 'versionname', 'versionnumber', 'versiondescription', 'dependencies', 'ancestorid'],
    ...['releasenotesurl', 'postinstallurl', 'country', 'edition', 'language', 'features']
  ].values()
);

/** Reads the zip of a request. What this local org doesn't model is refused by its name. */
export async function readVersionInfo(zip: Uint8Array): Promise<ReadVersionInfo> {
  const read = await readZip(zip);
  if (!read.ok) return read;
  const other = [...read.files.keys()].find((name) => !MODELLED.includes(name));
  if (other !== undefined) return { ok: false, problem: notModelled(`${other} in the version's zip`) };
  const textIn = (name: string): string => textOfFile(read.files.get(name) ?? new Uint8Array());
  const parsed = parseJsonObject(textIn(DESCRIPTOR));
  const metadata = read.files.get('package.zip');
  if (!parsed.ok || metadata === undefined) {
    return { ok: false, problem: notModelled(`The version's zip needs ${DESCRIPTOR} and package.zip`) };
  }
  const descriptor = parsed.value;
  const strange = Object.keys(descriptor).find(
    (name) => !UNDERSTOOD.has(name.toLowerCase()) && isSet(descriptor[name])
  );
  if (strange !== undefined) return { ok: false, problem: notModelled(`${strange} in the descriptor of the package`) };
  const text = (name: string): string => (typeof descriptor[name] === 'string' ? descriptor[name] : '');
  if (text('ancestorId') !== '') {
    return { ok: false, problem: notModelled('ancestorId in the descriptor of the package') };
  }
  const definition = parseJsonObject(textIn('scratch-org-definition.json') || '{}');
  return {
    ok: true,
    info: {
      name: text('versionName'),
      description: text('versionDescription'),
      versionNumber: text('versionNumber'),
      releaseNotesUrl: text('releaseNotesUrl'),
      postInstallUrl: text('postInstallUrl'),
      dependencies: dependenciesIn(descriptor['dependencies']),
      definition: definition.ok ? definition.value : {},
      metadata,
      settings: read.files.get('settings.zip') ?? null
    }
  };
}

function isSet(value: unknown): boolean {
  return value !== undefined && value !== null && value !== '' && value !== false;
}

function dependenciesIn(value: unknown): string[] {
  return (Array.isArray(value) ? value : []).flatMap((dependency: unknown) => {
    const id = isJsonObject(dependency) ? dependency['subscriberPackageVersionId'] : undefined;
    return typeof id === 'string' ? [id] : [];
  });
}
