import { notModelledIf } from './notModelled.ts';
import type { ObjectSchema } from './objectSchema.ts';
import names from './unmodelledNames.json' with { type: 'json' };

/** The names that an API serves: the Tooling API has objects of its own. */
export type ObjectApi = 'platform' | 'tooling';

/**
 * What Salesforce has and this local org doesn't, by name, so that a refusal of it is told from that of a mistyped name. Names match
 * without regard to case. Sources: Object Reference, "Standard Objects"; Tooling API, "Tooling API Objects" [F-170].
 */
const objects = setOf(names.objects);
const toolingObjects = setOf(names.toolingObjects);
const fields = setsOf(names.fields);
const childRelationships = setsOf(names.childRelationships);
const userPermissions = setOf(names.userPermissions);
const WITH_USER_PERMISSIONS: ReadonlySet<string> = new Set(['PermissionSet', 'Profile', 'UserPermissionAccess']);

/** Whether Salesforce has an object of this name, which the local org doesn't model. */
export function isUnmodelledObject(apiName: string, api: ObjectApi): boolean {
  const name = apiName.toLowerCase();
  return objects.has(name) || (api === 'tooling' && toolingObjects.has(name));
}

/** Whether Salesforce has a field of this name on the object, which the local org doesn't model. */
export function isUnmodelledField({ apiName: object }: Pick<ObjectSchema, 'apiName'>, apiName: string): boolean {
  const name = apiName.toLowerCase();
  if (fields.get(object)?.has(name) === true) return true;
  const permission = /^permissions(\w+)$/.exec(name)?.[1];
  return permission !== undefined && WITH_USER_PERMISSIONS.has(object) && userPermissions.has(permission);
}

/** Whether Salesforce has a relationship of this name from the object to a parent, which the local org doesn't model. */
export function isUnmodelledParent(object: ObjectSchema, relationshipName: string): boolean {
  const name = relationshipName.toLowerCase();
  const reference = [...object.fields.values()].find((field) => field.relationshipName?.toLowerCase() === name);
  return isUnmodelledField(object, `${name}id`) || (reference?.referenceTo.some(isUnmodelledPlatformObject) ?? false);
}

/** Whether Salesforce has a relationship of this name from the object to its children, which the local org doesn't model. */
export function isUnmodelledChild({ apiName, childRelationships: known }: ObjectSchema, name: string): boolean {
  const isThere = known.some(({ relationshipName }) => relationshipName.toLowerCase() === name.toLowerCase());
  return !isThere && isStandardChild(apiName, name);
}

/** Whether an object of this name has such children in Salesforce, modelled or not. */
export function isStandardChild(object: string, relationshipName: string): boolean {
  return childRelationships.get(object)?.has(relationshipName.toLowerCase()) === true;
}

/** Whether Salesforce has the object `Case` or the field `Contact.Suffix`, which the local org doesn't model. */
export function isUnmodelledPath(path: string): boolean {
  const [object = '', field] = path.split('.');
  if (isUnmodelledPlatformObject(object)) return true;
  return field !== undefined && isUnmodelledField({ apiName: object }, field);
}

/** The text for a field that does not exist, where a record is written or read. */
export function noSuchColumnOnObject(object: ObjectSchema, name: string): string {
  return notModelledIf(
    isUnmodelledField(object, name),
    `No such column '${name}' on sobject of type ${object.apiName}`
  );
}

function isUnmodelledPlatformObject(apiName: string): boolean {
  return isUnmodelledObject(apiName, 'platform');
}

function setOf(list: string): ReadonlySet<string> {
  return new Set(list.toLowerCase().split(' '));
}

function setsOf(lists: Readonly<Record<string, string>>): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map(Object.entries(lists).map(([object, list]) => [object, setOf(list)]));
}
