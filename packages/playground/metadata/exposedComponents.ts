import { readFileSync } from 'node:fs';
import { parseExposed, type ExposedComponent } from './componentTargets.ts';
import { findLwcBundles, readBundleConfigurations } from './lwcBundles.ts';
import { readSfdxProject } from './sfdxProject.ts';

/** The components of a project that its configurations expose. Throws SfdxProjectError. */
export function readExposedComponents(directory: string): ExposedComponent[] {
  const projects = [readSfdxProject(directory)];
  const entries = new Map(findLwcBundles(projects).map(({ name, entry }) => [name, entry]));
  return readBundleConfigurations(projects).flatMap(([name, xml]) => {
    const exposed = parseExposed(name, xml);
    const entry = entries.get(name);
    return exposed === undefined || entry === undefined ? [] : { ...exposed, apexMethods: apexMethodsIn(entry) };
  });
}

function apexMethodsIn(file: string): string[] {
  const imported = readFileSync(file, 'utf8').matchAll(
    /['"]@salesforce\/apex(?:Continuation)?\/(?<method>[\w.]+)['"]/gu
  );
  return [...new Set([...imported].map(({ groups }) => groups?.['method'] ?? ''))];
}
