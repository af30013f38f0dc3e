import { readFileSync } from 'node:fs';
import { XMLParser } from 'fast-xml-parser';
import { findSourceFiles, type SfdxProject } from './sfdxProject.ts';
import { valueAt } from '../modules/platform/valueAt.ts';

const parser = new XMLParser({
  parseTagValue: false,
  trimValues: false,
  isArray: (name) => name === 'labels'
});

/** Custom labels by full name, from `labels/*.labels-meta.xml` of every package directory. */
export function readCustomLabels(projects: readonly SfdxProject[]): Map<string, string> {
  return new Map(
    findSourceFiles(projects, '**/labels/*.labels-meta.xml').flatMap((file) =>
      parseCustomLabels(readFileSync(file, 'utf8'))
    )
  );
}

/** Pairs of full name and value of one labels file. */
export function parseCustomLabels(xml: string): [fullName: string, value: string][] {
  const parsed: unknown = parser.parse(xml);
  const root = valueAt(parsed, 'CustomLabels');
  const labels = valueAt(root, 'labels');
  if (!Array.isArray(labels)) {
    return [];
  }
  return labels.flatMap((label: unknown): [string, string][] => {
    const fullName = valueAt(label, 'fullName');
    const value = valueAt(label, 'value');
    return typeof fullName === 'string' && typeof value === 'string' ? [[fullName.trim(), value]] : [];
  });
}
