import { parseTarget, type TargetProperty } from './componentTargets.ts';
import { readBundleConfigurations } from './lwcBundles.ts';
import type { SfdxProject } from './sfdxProject.ts';

/** A component that App Builder offers for record pages, as its js-meta.xml describes it. */
export interface RecordPageComponent {
  /** The bundle's name, without the namespace. */
  readonly bundle: string;
  /** Objects whose pages take it; none named is every object. */
  readonly objects: readonly string[];
  /** The defaults of its design properties, which App Builder passes to a component that was just placed. */
  readonly properties: Readonly<Record<string, string | number | boolean>>;
}

/** The components of every package directory that are exposed to record pages. */
export function readRecordPageComponents(projects: readonly SfdxProject[]): RecordPageComponent[] {
  return readBundleConfigurations(projects).flatMap(
    ([name, configuration]) => parseRecordPageComponent(name, configuration) ?? []
  );
}

/** Reads one file's text; `undefined` for a component that record pages don't take. */
export function parseRecordPageComponent(bundle: string, xml: string): RecordPageComponent | undefined {
  const target = parseTarget(xml, 'lightning__RecordPage');
  return target === undefined
    ? undefined
    : { bundle, objects: target.objects, properties: Object.fromEntries(target.properties.flatMap(defaultOf)) };
}

function defaultOf({ name, type, default: text }: TargetProperty): [string, string | number | boolean][] {
  return text === null ? [] : [[name, toValue(type, text)]];
}

function toValue(type: string, text: string): string | number | boolean {
  switch (type) {
    case 'Boolean':
      return text === 'true';
    case 'Integer':
      return Number(text);
    default:
      return text;
  }
}
