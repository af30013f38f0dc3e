import type { FieldSchema, ObjectSchema } from '../../../engine/schema/objectSchema.ts';
import { valueTypeOf, type ValueType } from '../../../engine/schema/valueType.ts';
import { textOf, type FieldValue } from '../../../engine/storage/record.ts';
import type { World } from '../../../engine/world/world.ts';
import { missingReference, type Problem } from '../../../engine/xml/problem.ts';
import { childOf, childrenOf, textOfChild, type XmlElement } from '../../../engine/xml/xml.ts';
import type { TypeRules } from './typeRules.ts';

/** A record of a custom metadata type: `Fruit.Apple` or `Fruit__mdt.Apple`. Source: Metadata API, CustomMetadata. */
export const customMetadata: TypeRules = {
  keyPrefix: 'm00',
  check: ({ fullName, xml }, { world }) => {
    const { typeName, recordName } = namesOf(fullName);
    const object = world.schema.object(typeName);
    if (object === undefined) return [{ problem: missingReference('fullName', 'CustomObject', typeName) }];
    if (!/^[A-Za-z](?:_?[A-Za-z0-9])*$/.test(recordName)) {
      return [{ problem: `Custom Metadata Record Name: bad value for developer name: ${recordName}` }];
    }
    return childrenOf(xml, 'values').flatMap((element) => valueProblem(world, object, element) ?? []);
  },
  apply: ({ fullName, xml }, transaction) => {
    const { world } = transaction;
    const { typeName, recordName } = namesOf(fullName);
    const object = world.schema.object(typeName);
    if (object === undefined) return;
    const values: Record<string, FieldValue> = {
      DeveloperName: recordName,
      MasterLabel: textOfChild(xml, 'label') || recordName
    };
    for (const element of childrenOf(xml, 'values')) {
      const field = world.schema.field(object, textOfChild(element, 'field'));
      if (field !== undefined) values[field.apiName] = readValue(field, childOf(element, 'value'));
    }
    transaction.saveRecord(object, recordOf(world, object, recordName), values);
  },
  remove: (fullName, { world }) => {
    const { typeName, recordName } = namesOf(fullName);
    const object = world.schema.object(typeName);
    const record = object === undefined ? undefined : recordOf(world, object, recordName);
    if (object !== undefined && record !== undefined) world.records.remove(object, record.Id);
  }
};

function namesOf(fullName: string): { readonly typeName: string; readonly recordName: string } {
  const [type = '', recordName = ''] = fullName.split('.');
  return { typeName: `${type.replace(/__mdt$/, '')}__mdt`, recordName };
}

function recordOf(world: World, { apiName }: ObjectSchema, recordName: string) {
  return world.records.all(apiName).find((record) => textOf(record, 'DeveloperName') === recordName);
}

function valueProblem({ schema }: World, object: ObjectSchema, element: XmlElement): Problem | null {
  const name = textOfChild(element, 'field');
  const field = schema.field(object, name);
  if (field?.apiName.endsWith('__c') !== true) {
    return { problem: missingReference('field', 'CustomField', `${object.apiName}.${name}`), ...element.start };
  }
  const value = childOf(element, 'value');
  const text = value?.text.trim() ?? '';
  const wrong = (problem: string): Problem => ({ problem, ...(value ?? element).start });
  if (value === undefined || isNil(value)) {
    return field.nillable || field.dataType === 'boolean' ? null : wrong(`Required fields are missing: [${name}]`);
  }
  if (value.attributes['xsi:type'] === undefined) return wrong(`Must specify the type of the value of ${name}`);
  const type = typeOf(field);
  if (!isOfType(type, text)) return wrong(`'${text}' is not a valid value for the type xsd:${type}`);
  return type === 'string' && text.length > field.length && field.length > 0
    ? wrong(`${field.label}: data value too large: ${text} (max length=${field.length})`)
    : null;
}

function isNil(value: XmlElement): boolean {
  return value.attributes['xsi:nil'] === 'true';
}

/** The type of a field's value in a file, where a reference is a text. */
function typeOf(field: FieldSchema): Exclude<ValueType, 'ID'> {
  const type = valueTypeOf(field);
  return type === 'ID' ? 'string' : type;
}

function isOfType(type: ReturnType<typeof typeOf>, text: string): boolean {
  switch (type) {
    case 'boolean':
      return text === 'true' || text === 'false';
    case 'double':
      return text !== '' && Number.isFinite(Number(text));
    case 'date':
      return /^\d{4}-\d{2}-\d{2}$/.test(text);
    case 'dateTime':
      return /^\d{4}-\d{2}-\d{2}T/.test(text) && !Number.isNaN(Date.parse(text));
    case 'string':
      return true;
  }
}

function readValue(field: FieldSchema, value: XmlElement | undefined): FieldValue {
  const type = typeOf(field);
  if (value === undefined || isNil(value)) return type === 'boolean' ? false : null;
  const text = value.text.trim();
  if (type === 'boolean') return text === 'true';
  return type === 'double' ? Number(text) : text;
}
