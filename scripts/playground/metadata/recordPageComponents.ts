import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { XMLParser } from 'fast-xml-parser';
import { textAt, valueAt } from '../modules/platform/valueAt.ts';
import { findLwcBundles } from './lwcBundles.ts';
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

const TARGET = 'lightning__RecordPage';
const LISTS = ['target', 'targetConfig', 'object', 'property'];

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  isArray: (name, _path, _isLeaf, isAttribute) => !isAttribute && LISTS.includes(name)
});

/** The components of every package directory that are exposed to record pages. */
export function readRecordPageComponents(projects: readonly SfdxProject[]): RecordPageComponent[] {
  return findLwcBundles(projects).flatMap(({ name, directory }) => {
    const file = join(directory, `${name}.js-meta.xml`);
    return existsSync(file) ? (parseRecordPageComponent(name, readFileSync(file, 'utf8')) ?? []) : [];
  });
}

/** Reads one file's text; `undefined` for a component that record pages don't take. LWC: reference-configuration-tags. */
export function parseRecordPageComponent(bundle: string, xml: string): RecordPageComponent | undefined {
  const parsed: unknown = parser.parse(xml);
  const meta = valueAt(parsed, 'LightningComponentBundle');
  const targets = listAt(meta, 'targets', 'target').map((target) => String(target).trim());
  if (textAt(meta, 'isExposed').trim() !== 'true' || !targets.includes(TARGET)) {
    return undefined;
  }
  const configs = listAt(meta, 'targetConfigs', 'targetConfig').filter((config) =>
    textAt(config, 'targets')
      .split(/[\s,]+/u)
      .includes(TARGET)
  );
  return {
    bundle,
    objects: configs.flatMap((config) => listAt(config, 'objects', 'object').map((object) => String(object).trim())),
    properties: Object.fromEntries(configs.flatMap((config) => listAt(config, 'property').flatMap(defaultOf)))
  };
}

function defaultOf(property: unknown): [string, string | number | boolean][] {
  const text = valueAt(property, 'default');
  return typeof text === 'string' ? [[textAt(property, 'name'), toValue(textAt(property, 'type'), text)]] : [];
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

function listAt(value: unknown, ...path: readonly string[]): readonly unknown[] {
  const found = valueAt(value, ...path);
  return Array.isArray(found) ? found : [];
}
