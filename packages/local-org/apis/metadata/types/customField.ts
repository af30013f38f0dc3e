import type { MetadataTransaction } from '../../../engine/org/metadataTransaction.ts';
import { isCustomMetadataType } from '../../../engine/schema/customMetadata.ts';
import type { FieldDefinition } from '../../../engine/schema/definition.ts';
import type { DataType, ObjectSchema, PicklistValue } from '../../../engine/schema/objectSchema.ts';
import type { SourceComponent } from '../../../engine/world/component.ts';
import { missingReference, type Problem } from '../../../engine/xml/problem.ts';
import { childOf, childrenOf, textOfChild, type XmlElement } from '../../../engine/xml/xml.ts';
import { fillNewFields } from './newFields.ts';
import { isPlatformEvent, takesFieldType } from './platformEvent.ts';
import type { TypeRules } from './typeRules.ts';
import { notModelled, notModelledIf } from '../../../engine/schema/notModelled.ts';
import { isUnmodelledField } from '../../../engine/schema/unmodelledNames.ts';

/** A custom field: `Contact.Region__c`. Source: Metadata API, CustomField and "Field Types". */
export const customField: TypeRules = {
  keyPrefix: '00N',
  check: (component, transaction) => {
    const { objectName, fieldName } = namesOf(component);
    const { xml } = component;
    const object = transaction.world.schema.object(objectName);
    if (object === undefined) return [{ problem: missingReference('fullName', 'CustomObject', objectName) }];
    if (!fieldName.endsWith('__c')) {
      const isThere = transaction.world.schema.field(object, fieldName) !== undefined;
      const isLacking = isUnmodelledField(object, fieldName);
      return isThere ? [] : [at(xml, notModelledIf(isLacking, `Could not resolve standard field's name.`))];
    }
    if (textOfChild(xml, 'label') === '') return [at(xml, 'Must specify a non-empty label for the CustomField')];
    return typeProblems(xml, object, transaction);
  },
  apply: (component, transaction) => {
    const { objectName, fieldName } = namesOf(component);
    if (!fieldName.endsWith('__c')) return;
    const { metadata } = transaction.world;
    const object = transaction.world.schema.object(objectName);
    if (object === undefined) return;
    const definition = definitionOf(component.xml, object);
    if (transaction.world.schema.field(object, fieldName) === undefined)
      hideFromAll(transaction, `${object.apiName}.${fieldName}`);
    const type = metadata.state.customizations.customMetadataTypes?.[object.apiName];
    if (type === undefined) metadata.setCustomField(object.apiName, fieldName, definition);
    else
      metadata.setCustomMetadataType(object.apiName, { ...type, fields: { ...type.fields, [fieldName]: definition } });
    const changed = transaction.world.schema.object(objectName);
    if (changed !== undefined) fillNewFields(transaction.world, changed);
  }
};

function namesOf({ fullName }: SourceComponent): { readonly objectName: string; readonly fieldName: string } {
  const [objectName = '', fieldName = ''] = fullName.split('.');
  return { objectName, fieldName };
}

function at({ start }: XmlElement, problem: string): Problem {
  return { problem, ...start };
}

/** Checks the elements that a field type needs or forbids. The texts about sizes such as `length` are those of orgs. */
function typeProblems(xml: XmlElement, object: ObjectSchema, transaction: MetadataTransaction): Problem[] {
  const type = textOfChild(xml, 'type');
  const rule = FIELD_TYPES[type];
  if (type === '') return [at(xml, 'Required field is missing: type')];
  if (rule === undefined || childOf(xml, 'formula') !== undefined) {
    const what = childOf(xml, 'formula') === undefined ? type : 'formula';
    return [at(xml, notModelled(`CustomField of type ${what} is not supported`))];
  }
  if (isPlatformEvent(object.apiName) && !takesFieldType(type)) {
    return [at(xml, `Invalid field type for a platform event: ${type}`)];
  }
  if (childOf(xml, 'fieldManageability') !== undefined && !isCustomMetadataType(object.apiName)) {
    return [at(xml, `Can not specify 'fieldManageability' for a CustomField of type ${type}`)];
  }
  const missing = rule.must.find((name) => childOf(xml, name) === undefined);
  if (missing !== undefined) return [at(xml, `Must specify '${missing}' for a CustomField of type ${type}`)];
  const excess = SIZES.find((name) => childOf(xml, name) !== undefined && !rule.must.includes(name));
  if (excess !== undefined) return [at(xml, `Can not specify '${excess}' for a CustomField of type ${type}`)];
  const referenceTo = textOfChild(xml, 'referenceTo');
  return rule.dataType === 'reference' && transaction.world.schema.object(referenceTo) === undefined
    ? [at(xml, missingReference('referenceTo', 'CustomObject', referenceTo))]
    : [];
}

interface FieldTypeRule {
  readonly dataType: DataType;
  /** The elements that the field type needs. It may have no other element of SIZES. */
  readonly must: readonly string[];
  readonly length?: number;
}

const SIZES = ['length', 'precision', 'scale', 'visibleLines', 'referenceTo', 'valueSet'];

const FIELD_TYPES: Readonly<Record<string, FieldTypeRule>> = {
  Checkbox: { dataType: 'boolean', must: ['defaultValue'] },
  Currency: { dataType: 'currency', must: ['precision', 'scale'] },
  Date: { dataType: 'date', must: [] },
  DateTime: { dataType: 'datetime', must: [] },
  Email: { dataType: 'email', must: [], length: 80 },
  LongTextArea: { dataType: 'textarea', must: ['length', 'visibleLines'] },
  Lookup: { dataType: 'reference', must: ['referenceTo'] },
  MasterDetail: { dataType: 'reference', must: ['referenceTo'] },
  MultiselectPicklist: { dataType: 'multipicklist', must: ['valueSet', 'visibleLines'], length: 4099 },
  Number: { dataType: 'double', must: ['precision', 'scale'] },
  Percent: { dataType: 'percent', must: ['precision', 'scale'] },
  Phone: { dataType: 'phone', must: [], length: 40 },
  Picklist: { dataType: 'picklist', must: ['valueSet'], length: 255 },
  Text: { dataType: 'string', must: ['length'] },
  TextArea: { dataType: 'textarea', must: [], length: 255 },
  Url: { dataType: 'url', must: [], length: 255 }
};

function definitionOf(xml: XmlElement, { apiName }: ObjectSchema): FieldDefinition {
  const type = textOfChild(xml, 'type');
  const rule = FIELD_TYPES[type];
  if (rule === undefined) throw new Error(`No field type ${type}`);
  const is = (name: string): boolean => textOfChild(xml, name) === 'true';
  const length = rule.must.includes('length') ? Number(textOfChild(xml, 'length')) : rule.length;
  const isReference = rule.dataType === 'reference';
  const words = [
    isCustomMetadataType(apiName) ? '' : isPlatformEvent(apiName) ? 'create' : 'create update',
    is('required') || type === 'Checkbox' || type === 'MasterDetail' ? '' : 'nillable',
    type === 'Checkbox' && !isCustomMetadataType(apiName) ? 'defaulted' : '',
    is('unique') ? 'unique' : '',
    is('externalId') ? 'idLookup' : '',
    is('restricted') ? 'restricted' : ''
  ];
  const valueSet = childOf(xml, 'valueSet');
  return {
    type: rule.dataType,
    label: textOfChild(xml, 'label'),
    is: words.filter((word) => word !== '').join(' '),
    ...(length === undefined ? {} : { length }),
    ...(rule.must.includes('precision')
      ? { digits: [Number(textOfChild(xml, 'precision')), Number(textOfChild(xml, 'scale'))] }
      : {}),
    ...(isReference
      ? { to: textOfChild(xml, 'referenceTo'), relationship: textOfChild(xml, 'fullName').replace(/__c$/, '__r') }
      : {}),
    ...(valueSet === undefined ? {} : { values: valuesOf(valueSet) })
  };
}

/** The field's own values; a global value set is not modelled. Source: Metadata API, ValueSet. */
function valuesOf(valueSet: XmlElement): PicklistValue[] {
  const definition = childOf(valueSet, 'valueSetDefinition');
  return (definition === undefined ? [] : childrenOf(definition, 'value')).map((value) => ({
    value: textOfChild(value, 'fullName'),
    label: textOfChild(value, 'label') || textOfChild(value, 'fullName'),
    active: textOfChild(value, 'isActive') !== 'false',
    isDefault: textOfChild(value, 'default') === 'true'
  }));
}

/**
 * Hides a new field from everybody, administrators too, until a profile or permission set grants it.
 * Source: Metadata API, Profile: field-level security is deployed with profiles and permission sets, not with the field.
 */
function hideFromAll({ world }: MetadataTransaction, name: string): void {
  if (isPlatformEvent(name.split('.')[0] ?? '')) return;
  for (const [holderId, grant] of world.grants) {
    const fieldPermissions = { ...grant.fieldPermissions, [name]: grant.fieldPermissions[name] ?? 'none' };
    world.metadata.grant(holderId, { ...grant, fieldPermissions });
  }
}
