import { readManifest } from '../apis/metadata/package/packageManifest.ts';
import { retrieveComponents } from '../apis/metadata/retrieve/retrieveComponents.ts';
import type { Caller } from './caller.ts';
import { manifest } from './deploy.ts';

/** Retrieves the file of one component. */
export function retrieve({ localOrg }: Caller, type: string, fullName: string): string {
  const read = readManifest(manifest({ [type]: [fullName] }));
  if (!read.ok) throw new Error('The manifest of a test cannot be read');
  const { files } = retrieveComponents(localOrg.org, read.manifest);
  const [file] = [...files].filter(([path]) => path !== 'package.xml').map(([, bytes]) => bytes);
  return new TextDecoder().decode(file);
}
