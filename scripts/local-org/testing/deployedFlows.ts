import type { Org } from '../types.ts';
import type { Caller } from './caller.ts';
import { deploy, failuresOf, manifest, metadata, type PackageFiles } from './deploy.ts';

/** What an element of a file holds: text, elements, or several of the same name. */
type XmlValue = string | number | boolean | XmlParts | readonly (string | XmlParts)[];
export interface XmlParts {
  readonly [name: string]: XmlValue | undefined;
}

/** The elements as XML, in their order. */
export function xmlOf(parts: XmlParts): string {
  return Object.entries(parts)
    .flatMap(([name, value]) => {
      if (value === undefined) return [];
      const values: readonly unknown[] = Array.isArray(value) ? value : [value];
      return values.map((one) => `<${name}>${isParts(one) ? xmlOf(one) : escaped(String(one))}</${name}>`);
    })
    .join('\n');
}

function isParts(value: unknown): value is XmlParts {
  return typeof value === 'object' && value !== null;
}

function escaped(value: string): string {
  return value.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

/** The value of a resource: `ref('$Record.Id')`. */
export const ref = (path: string): XmlParts => ({ elementReference: path });
export const text = (value: string): XmlParts => ({ stringValue: value });
export const to = (element: string): XmlParts => ({ targetReference: element });

export const filter = (field: string, operator: string, value: XmlParts): XmlParts => ({ field, operator, value });
export const gives = (field: string, value: XmlParts): XmlParts => ({ field, value });
export const condition = (left: string, operator: string, right: XmlParts): XmlParts => ({
  leftValueReference: left,
  operator,
  rightValue: right
});
export const assigns = (path: string, value: XmlParts, operator = 'Assign'): XmlParts => ({
  assignToReference: path,
  operator,
  value
});

/** A variable; `more` says what isn't usual. */
export const variable = (name: string, dataType: string, more: XmlParts = {}): XmlParts => ({
  name,
  dataType,
  isCollection: false,
  isInput: false,
  isOutput: false,
  ...more
});

/** An element of a flow, with what it has besides its name and place. */
export const element = (name: string, parts: XmlParts): XmlParts => ({
  name,
  label: name.replaceAll('_', ' '),
  locationX: 0,
  locationY: 0,
  ...parts
});

/** The start of a flow that runs after saves of contacts. */
export const afterSave = (parts: XmlParts): XmlParts => ({
  object: 'Contact',
  recordTriggerType: 'CreateAndUpdate',
  triggerType: 'RecordAfterSave',
  ...parts
});

/** Get Records of the first one, with all its fields. */
export const getFirst = (name: string, object: string, filters: readonly XmlParts[], next: string): XmlParts =>
  element(name, {
    assignNullValuesIfNoRecordsFound: false,
    connector: to(next),
    filterLogic: 'and',
    filters,
    getFirstRecordOnly: true,
    object,
    storeOutputAutomatically: true
  });

/** An active flow file of the metadata type's elements, by their names in the file. */
export function flowText(name: string, { start, ...parts }: XmlParts): string {
  const whole: XmlParts = {
    apiVersion: '68.0',
    label: name.replaceAll('_', ' '),
    processType: 'AutoLaunchedFlow',
    status: 'Active',
    start: { locationX: 0, locationY: 0, ...(isParts(start) ? start : {}) },
    ...parts
  };
  const sorted = Object.entries(whole).sort(([one], [other]) => (one < other ? -1 : 1));
  return metadata('Flow', xmlOf(Object.fromEntries(sorted)));
}

/** Deploys flows by name, with further files of a package and their members; throws with what the org refuses. */
export async function deployFlows(
  caller: Caller,
  flows: Readonly<Record<string, XmlParts>>,
  extra: PackageFiles = {},
  members: Readonly<Record<string, readonly string[]>> = {}
): Promise<Org> {
  const files = Object.entries(flows).map(([name, parts]) => [`flows/${name}.flow`, flowText(name, parts)] as const);
  const end = await deploy(caller, {
    ...Object.fromEntries(files),
    ...extra,
    'package.xml': manifest({ Flow: Object.keys(flows), ...members })
  });
  if (end.status !== 'Succeeded') throw new Error([end.errorMessage ?? '', ...failuresOf(end)].join('\n'));
  return caller.localOrg.org;
}

/** What a SOQL query finds. */
export async function found(caller: Caller, soql: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const { body } = await caller.query(soql);
  return (body as { readonly records: readonly Readonly<Record<string, unknown>>[] }).records;
}
