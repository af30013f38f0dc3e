import { parseExposed, type ExposedComponent } from './componentTargets.ts';
import { readBundleConfigurations } from './lwcBundles.ts';
import { readSfdxProject } from './sfdxProject.ts';

/** The components of a project that its configurations expose. Throws SfdxProjectError. */
export function readExposedComponents(directory: string): ExposedComponent[] {
  return readBundleConfigurations([readSfdxProject(directory)]).flatMap(([name, xml]) => parseExposed(name, xml) ?? []);
}
