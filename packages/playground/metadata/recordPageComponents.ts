import { parseTarget, type TargetProperty } from './componentTargets.ts';
import { readBundleConfigurations } from './lwcBundles.ts';
import type { SfdxProject } from './sfdxProject.ts';

/** A component that App Builder offers for record pages, as described by its js-meta.xml. */
export interface RecordPageComponent {
  /** The bundle's name, without the namespace. */
  readonly bundle: string;
  /** The objects whose pages can have it. Empty means every object. */
  readonly objects: readonly string[];
  /** The defaults of its design properties, which App Builder passes to a newly placed component. */
  readonly properties: Readonly<Record<string, string | number | boolean>>;
}

/** Reads the components of every package directory that are exposed to record pages. */
export function readRecordPageComponents(projects: readonly SfdxProject[]): RecordPageComponent[] {
  return readBundleConfigurations(projects).flatMap(
    ([name, configuration]) => parseRecordPageComponent(name, configuration) ?? []
  );
}

/** Reads the text of a js-meta.xml. Returns `undefined` when the component is not exposed to record pages. */
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
