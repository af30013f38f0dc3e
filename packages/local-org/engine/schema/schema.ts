import { childRelationships } from './childRelationships.ts';
import { customMetadataDefinitions, type CustomMetadataType } from './customMetadata.ts';
import type { FieldDefinition, ObjectDefinition } from './definition.ts';
import type { Features } from './features.ts';
import { toFieldSchema } from './fieldSchema.ts';
import { objectDefinitions, systemFields } from './standardObjects.ts';
import { picklistValues } from './picklists.ts';
import type { ChildRelationship, FieldSchema, ObjectSchema, Schema } from './objectSchema.ts';

/** What an org has beyond the standard schema: custom types, objects and fields, and exceptions to the list of objects that UI API supports. */
export interface SchemaCustomizations {
  readonly customMetadataTypes?: Readonly<Record<string, CustomMetadataType>>;
  readonly customObjects?: Readonly<Record<string, ObjectDefinition>>;
  /** By object, then by field. The object may be a standard or a custom one. */
  readonly customFields?: Readonly<Record<string, Readonly<Record<string, FieldDefinition>>>>;
  readonly uiApiWithout?: readonly string[];
  readonly uiApiAlsoServes?: readonly string[];
}

/** The objects and fields that an org with these features has. */
export function createSchema(features: Features, customizations: SchemaCustomizations = {}): Schema {
  const definitions = withCustomFields(
    {
      ...objectDefinitions,
      ...customMetadataDefinitions(customizations.customMetadataTypes ?? {}),
      ...customizations.customObjects
    },
    customizations.customFields ?? {}
  );
  const present = Object.entries(definitions).filter(([, { feature }]) => isOn(feature, features));
  const fieldsOf = new Map(
    present.map(([apiName, definition]) => [apiName, fieldsOfObject(apiName, definition, features)] as const)
  );
  const children = childRelationships(fieldsOf);
  const objects = present.map(([apiName, definition]) =>
    toObjectSchema(apiName, definition, fieldsOf.get(apiName) ?? new Map(), children.get(apiName) ?? [], customizations)
  );
  return withLookups(objects);
}

function withCustomFields(
  definitions: Readonly<Record<string, ObjectDefinition>>,
  customFields: NonNullable<SchemaCustomizations['customFields']>
): Readonly<Record<string, ObjectDefinition>> {
  return Object.fromEntries(
    Object.entries(definitions).map(([apiName, definition]) => {
      const added = customFields[apiName];
      return [
        apiName,
        added === undefined ? definition : { ...definition, fields: { ...definition.fields, ...added } }
      ];
    })
  );
}

/** Partner accounts need Digital Experiences. Source: Object Reference, "Account", IsPartner. */
function isOn(feature: keyof Features | undefined, features: Features): boolean {
  switch (feature) {
    case undefined:
      return true;
    case 'partnerAccounts':
      return features.partnerAccounts && features.digitalExperiences;
    case 'digitalExperiences':
    case 'personAccounts':
      return features[feature];
    case 'devHub':
    case 'sourceTracking':
      return features[feature] === true;
  }
}

/** A schema is made anew for each custom field of a deploy, and the other objects and their fields stay the same. */
const knownObjects = new WeakMap<ObjectDefinition, Map<string, ReadonlyMap<string, FieldSchema>>>();

function fieldsOfObject(
  object: string,
  definition: ObjectDefinition,
  features: Features
): ReadonlyMap<string, FieldSchema> {
  const known = knownObjects.get(definition) ?? new Map<string, ReadonlyMap<string, FieldSchema>>();
  knownObjects.set(definition, known);
  const key = JSON.stringify([object, features]);
  const found = known.get(key) ?? newFieldsOfObject(object, definition, features);
  known.set(key, found);
  return found;
}

function newFieldsOfObject(
  object: string,
  definition: ObjectDefinition,
  features: Features
): ReadonlyMap<string, FieldSchema> {
  const system = definition.systemFields.split(' ').map((name) => [name, systemFields[name]] as const);
  const own = Object.entries(definition.fields).filter(([, { feature }]) => isOn(feature, features));
  return new Map(
    [...system, ...own].flatMap(([name, field]) =>
      field === undefined ? [] : [[name, fieldOfObject(object, name, field, definition)]]
    )
  );
}

const knownFields = new WeakMap<FieldDefinition, Map<string, FieldSchema>>();

function fieldOfObject(
  object: string,
  name: string,
  field: FieldDefinition,
  definition: ObjectDefinition
): FieldSchema {
  const known = knownFields.get(field) ?? new Map<string, FieldSchema>();
  knownFields.set(field, known);
  // Objects share the definitions of system fields; only the Id field has the label of its object.
  const key = [object, name, definition.label].join('|');
  const found =
    known.get(key) ?? toFieldSchema(name, labelled(field, definition), field.values ?? picklistValues(object, name));
  known.set(key, found);
  return found;
}

/** The label of an Id field names the object: "Contact ID". */
function labelled(field: FieldDefinition, { label }: ObjectDefinition): FieldDefinition {
  return field.type === 'id' ? { ...field, label: `${label} ID` } : field;
}

function toObjectSchema(
  apiName: string,
  definition: ObjectDefinition,
  fields: ReadonlyMap<string, FieldSchema>,
  children: readonly ChildRelationship[],
  { uiApiWithout = [], uiApiAlsoServes = [] }: SchemaCustomizations
): ObjectSchema {
  const calls = definition.calls.split(' ');
  const isListed = definition.supportedByUiApi || uiApiAlsoServes.includes(apiName);
  const isRefused = uiApiWithout.includes(apiName);
  return {
    apiName,
    label: definition.label,
    labelPlural: definition.labelPlural,
    keyPrefix: definition.keyPrefix,
    createable: calls.includes('create'),
    updateable: calls.includes('update'),
    deletable: calls.includes('delete'),
    queryable: calls.includes('query'),
    supportedByUiApi: isListed && !isRefused,
    spannedByGraphQl: isListed,
    spannedByUiApi: !isRefused,
    isSetup: definition.isSetup,
    ...(definition.publishBehavior === undefined ? {} : { publishBehavior: definition.publishBehavior }),
    fields,
    childRelationships: children
  };
}

function withLookups(objects: readonly ObjectSchema[]): Schema {
  const byName = new Map(objects.map((object) => [object.apiName.toLowerCase(), object]));
  const byPrefix = new Map(objects.map((object) => [object.keyPrefix, object]));
  const object = (apiName: string): ObjectSchema | undefined => byName.get(apiName.toLowerCase());
  return {
    objects,
    object,
    objectOfId: (id) => byPrefix.get(id.slice(0, 3)),
    field: ({ apiName: of }, apiName) => lookupsOf(object(of))?.fields.get(apiName.toLowerCase()),
    relationship: ({ apiName: of }, name) => lookupsOf(object(of))?.relationships.get(name.toLowerCase())
  };
}

interface Lookups {
  readonly fields: ReadonlyMap<string, FieldSchema>;
  readonly relationships: ReadonlyMap<string, FieldSchema>;
}

const knownLookups = new WeakMap<ObjectSchema['fields'], Lookups>();

/** The fields of an object by their names and relationship names in lower case. */
function lookupsOf(object: ObjectSchema | undefined): Lookups | undefined {
  if (object === undefined) return undefined;
  const { fields } = object;
  const known = knownLookups.get(fields);
  if (known !== undefined) return known;
  const all = [...fields.values()];
  const lookups: Lookups = {
    fields: new Map(all.map((field) => [field.apiName.toLowerCase(), field])),
    relationships: new Map(
      all.flatMap((field) =>
        field.relationshipName === null ? [] : [[field.relationshipName.toLowerCase(), field] as const]
      )
    )
  };
  knownLookups.set(fields, lookups);
  return lookups;
}
