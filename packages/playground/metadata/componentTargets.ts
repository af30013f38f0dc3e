import { XMLParser } from 'fast-xml-parser';
import { listAt, textAt, valueAt } from 'sf-cli/json';

/** What a js-meta.xml says about one target of its component. */
interface ComponentTarget {
  readonly objects: readonly string[];
  readonly properties: readonly TargetProperty[];
}

/** A design property. LWC Guide: reference-configuration-tags, property. */
export interface TargetProperty {
  readonly name: string;
  readonly type: string;
  /** Null when the file names none. */
  readonly default: string | null;
  /** `inputOnly`, `outputOnly`, or empty for both. Only flow screens have roles. */
  readonly role: string;
}

const LISTS = ['target', 'targetConfig', 'object', 'property'];

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  isArray: (name, _path, _isLeaf, isAttribute) => !isAttribute && LISTS.includes(name)
});

/**
 * Reads the text of a js-meta.xml. Returns `undefined` when the component is not exposed to the target. LWC Guide:
 * reference-configuration-tags.
 */
export function parseTarget(xml: string, target: string): ComponentTarget | undefined {
  const parsed: unknown = parser.parse(xml);
  const meta = valueAt(parsed, 'LightningComponentBundle');
  const targets = listAt(meta, 'targets', 'target').map((name) => String(name).trim());
  if (textAt(meta, 'isExposed').trim() !== 'true' || !targets.includes(target)) {
    return undefined;
  }
  const configs = listAt(meta, 'targetConfigs', 'targetConfig').filter((config) =>
    textAt(config, 'targets')
      .split(/[\s,]+/u)
      .includes(target)
  );
  return {
    objects: configs.flatMap((config) => listAt(config, 'objects', 'object').map((object) => String(object).trim())),
    properties: configs.flatMap((config) => listAt(config, 'property').map(propertyOf))
  };
}

/** A component that an org offers to pages, actions or flows, and the objects that its configuration names. */
export interface ExposedComponent {
  readonly bundle: string;
  readonly targets: readonly string[];
  /** Empty means every object, or none. */
  readonly objects: readonly string[];
  /** `Class.method` of each Apex method that its code imports. */
  readonly apexMethods: readonly string[];
}

/** Reads the text of a js-meta.xml. Returns `undefined` when the component is not exposed. */
export function parseExposed(bundle: string, xml: string): Omit<ExposedComponent, 'apexMethods'> | undefined {
  const parsed: unknown = parser.parse(xml);
  const meta = valueAt(parsed, 'LightningComponentBundle');
  if (textAt(meta, 'isExposed').trim() !== 'true') return undefined;
  const configs = listAt(meta, 'targetConfigs', 'targetConfig');
  return {
    bundle,
    targets: listAt(meta, 'targets', 'target').map((name) => String(name).trim()),
    objects: configs.flatMap((config) => listAt(config, 'objects', 'object').map((object) => String(object).trim()))
  };
}

function propertyOf(property: unknown): TargetProperty {
  const value = valueAt(property, 'default');
  return {
    name: textAt(property, 'name'),
    type: textAt(property, 'type'),
    default: typeof value === 'string' ? value : null,
    role: textAt(property, 'role')
  };
}
