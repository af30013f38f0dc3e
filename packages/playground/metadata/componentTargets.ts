import { XMLParser } from 'fast-xml-parser';
import { listAt, textAt, valueAt } from 'sf-cli/json';

/** What a js-meta.xml says of one place where its component may be put. */
interface ComponentTarget {
  readonly objects: readonly string[];
  readonly properties: readonly TargetProperty[];
}

/** A design property. LWC: reference-configuration-tags, property. */
export interface TargetProperty {
  readonly name: string;
  readonly type: string;
  /** Null where the file names none. */
  readonly default: string | null;
  /** `inputOnly`, `outputOnly`, or empty for both; flow screens know roles only. */
  readonly role: string;
}

const LISTS = ['target', 'targetConfig', 'object', 'property'];

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  isArray: (name, _path, _isLeaf, isAttribute) => !isAttribute && LISTS.includes(name)
});

/** Reads one file's text; `undefined` for a component that is not exposed to the target. LWC: reference-configuration-tags. */
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

function propertyOf(property: unknown): TargetProperty {
  const value = valueAt(property, 'default');
  return {
    name: textAt(property, 'name'),
    type: textAt(property, 'type'),
    default: typeof value === 'string' ? value : null,
    role: textAt(property, 'role')
  };
}
