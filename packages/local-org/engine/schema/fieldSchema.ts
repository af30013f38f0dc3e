import type { FieldDefinition } from './definition.ts';
import type { DataType, FieldSchema, PicklistValue } from './objectSchema.ts';

/** Types by which SOQL can group. Source: SOQL and SOSL Reference, "GROUP BY: Considerations" (`groupable` in a describe). */
const GROUPABLE: ReadonlySet<DataType> = new Set<DataType>([
  'id',
  'string',
  'picklist',
  'reference',
  'boolean',
  'int',
  'date',
  'email',
  'phone',
  'url'
]);

/** Precision and scale by type, as describe results give them. */
const PRECISION: Partial<Record<DataType, readonly [precision: number, scale: number]>> = {
  double: [18, 15],
  currency: [18, 0],
  percent: [5, 2]
};

/** Builds a field from its definition. The type decides on what the definition leaves out. */
export function toFieldSchema(
  apiName: string,
  definition: FieldDefinition,
  picklistValues: readonly PicklistValue[]
): FieldSchema {
  const { type } = definition;
  const is = new Set(words(definition.is));
  const not = new Set(words(definition.not));
  const isStreet = type === 'textarea' && apiName.endsWith('Street');
  const [precision, scale] = definition.digits ?? PRECISION[type] ?? [0, 0];
  return {
    apiName,
    label: definition.label,
    dataType: type,
    length: definition.length ?? (type === 'reference' || type === 'id' ? 18 : 0),
    precision,
    scale,
    nillable: is.has('nillable'),
    defaultedOnCreate: is.has('defaulted'),
    createable: is.has('create'),
    updateable: is.has('update'),
    filterable: !not.has('filter'),
    sortable: !not.has('sort'),
    groupable: is.has('group') || ((GROUPABLE.has(type) || isStreet) && !not.has('group')),
    unique: is.has('unique'),
    idLookup: is.has('idLookup'),
    calculated: false,
    nameField: is.has('nameField'),
    compoundFieldName: definition.part ?? null,
    restrictedPicklist: is.has('restricted'),
    picklistValues,
    relationshipName: definition.relationship ?? null,
    referenceTo: definition.to === undefined || definition.to === '' ? [] : definition.to.split(',')
  };
}

function words(text: string | undefined): string[] {
  return text === undefined || text === '' ? [] : text.split(' ');
}
