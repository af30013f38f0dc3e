import { retrieveComponents } from '../apis/metadata/retrieve/retrieveComponents.ts';
import type { Caller } from './caller.ts';
import type { PackageFiles } from './deploy.ts';

/** Retrieves the file of one component. */
export function retrieve(caller: Caller, type: string, fullName: string): string {
  return Object.values(retrieveFiles(caller, type, fullName))[0] ?? '';
}

/** Retrieves the files of one component by path; none when the org does not know its name. */
export function retrieveFiles({ localOrg }: Caller, type: string, fullName: string): PackageFiles {
  const types = new Map([[type, new Set([fullName])]]);
  const { files } = retrieveComponents(localOrg.org, { version: '68.0', types });
  const decoder = new TextDecoder();
  return Object.fromEntries(
    [...files].filter(([path]) => path !== 'package.xml').map(([path, bytes]) => [path, decoder.decode(bytes)])
  );
}
