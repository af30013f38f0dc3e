import type { FieldDefinition } from './definition.ts';
import type { DataType, FieldSchema, PicklistValue } from './objectSchema.ts';

/** Types that GROUP BY accepts. Source: SOQL and SOSL Reference, "GROUP BY: Considerations" (groupable in the describe). */
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

/** Digits before and after the point, by type, as describes give them. */
const PRECISION: Partial<Record<DataType, readonly [precision: number, scale: number]>> = {
  double: [18, 15],
  currency: [18, 0],
  percent: [5, 2]
};

/** A field from its definition, with what follows from its type filled in. */
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
