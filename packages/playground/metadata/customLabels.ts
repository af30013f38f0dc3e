import { readFileSync } from 'node:fs';
import { customLabelsIn } from 'sf-cli/labelXml';
import { findSourceFiles, type SfdxProject } from './sfdxProject.ts';

/** Reads the custom labels of every package directory, by full name. */
export function readCustomLabels(projects: readonly SfdxProject[]): Map<string, string> {
  return new Map(
    findSourceFiles(projects, '**/labels/*.labels-meta.xml').flatMap((file) =>
      customLabelsIn(readFileSync(file, 'utf8'))
    )
  );
}
