import { readFileSync } from 'node:fs';
import { customLabelsIn } from 'sf-cli/labelXml';
import { findSourceFiles, type SfdxProject } from './sfdxProject.ts';

/** Custom labels by full name, from `labels/*.labels-meta.xml` of every package directory. */
export function readCustomLabels(projects: readonly SfdxProject[]): Map<string, string> {
  return new Map(
    findSourceFiles(projects, '**/labels/*.labels-meta.xml').flatMap((file) =>
      customLabelsIn(readFileSync(file, 'utf8'))
    )
  );
}
