import { readFileSync, statSync } from 'node:fs';
import type { LocalOrg, NotTaken } from 'sfdx-local-org';
import { hash } from '../build/layerCache.ts';
import { findSourceFiles, type SfdxProject } from '../metadata/sfdxProject.ts';
import { administrator, type OrgPeople } from '../org/people.ts';

/** The files that an org needs before a page can run a flow. Pages read all other files directly. */
const PATTERNS = [
  '**/objects/**/*.{object,field,webLink}-meta.xml',
  '**/lwc/*/*.js-meta.xml',
  '**/customMetadata/*.md-meta.xml',
  '**/customPermissions/*.customPermission-meta.xml',
  '**/flows/*.flow-meta.xml',
  '**/permissionsets/*.permissionset-meta.xml'
];

/**
 * Gives the org the projects' objects, flows and permission sets on the first call, after a change of the files, and
 * after another org was started. Returns the components that the org refused.
 */
export function orgPreparer(
  projects: readonly SfdxProject[],
  localOrg: OrgPeople & Pick<LocalOrg, 'takeSource'>
): () => readonly NotTaken[] {
  let read: { readonly state: string; readonly contents: ReadonlyMap<string, Uint8Array> } | undefined;
  let taken: { readonly org: unknown; readonly state: string; readonly refused: readonly NotTaken[] } | undefined;
  return () => {
    const files = PATTERNS.flatMap((pattern) => findSourceFiles(projects, pattern));
    const state = hash(files.flatMap((file) => [file, String(statSync(file).mtimeMs)]));
    if (taken?.org !== localOrg.org || taken.state !== state) {
      if (read?.state !== state) {
        read = { state, contents: new Map(files.map((file) => [file.replaceAll('\\', '/'), readFileSync(file)])) };
      }
      taken = { org: localOrg.org, state, refused: localOrg.takeSource(administrator(localOrg), read.contents) };
    }
    return taken.refused;
  };
}
