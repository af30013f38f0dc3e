import { Hono } from 'hono';
import type { DataType, FieldSchema, ObjectSchema } from '../../engine/schema/objectSchema.ts';
import { answerError } from '../shared/errors.ts';
import type { CallEnv } from '../shared/session.ts';
import { isCustom, readableFields, type View } from '../shared/view.ts';
import { eTagOf } from './recordRepresentation.ts';
import { supportedObject } from './supportedObject.ts';

/** The id of the master record type, which every object without record types has. */
export const MASTER_RECORD_TYPE_ID = '012000000000000AAA';

/** Object Info (User Interface API): the directory of objects, one object, and a batch. */
export function objectInfoRoutes(): Hono<CallEnv> {
  const routes = new Hono<CallEnv>();

  routes.get('/', (c) => {
    const view = c.get('view');
    const base = c.req.path.replace(/\/$/, '');
    const supported = view.org.schema.objects.filter(
      (object) => object.supportedByUiApi && view.access.canRead(object)
    );
    const objects = Object.fromEntries(
      supported.map((object) => [
        object.apiName,
        {
          apiName: object.apiName,
          keyPrefix: object.keyPrefix,
          label: object.label,
          labelPlural: object.labelPlural,
          nameFields: nameFieldsOf(object),
          objectInfoUrl: `${base}/${object.apiName}`
        }
      ])
    );
    return c.json({ eTag: eTagOf(objects), objects });
  });

  routes.get('/batch/:names', (c) => {
    const view = c.get('view');
    const results = c.req
      .param('names')
      .split(',')
      .map((name) => {
        const object = supportedObject(view, name);
        return object.ok
          ? { result: objectInfo(view, object.value), statusCode: 200 }
          : {
              result: [{ errorCode: object.error.errorCode, message: object.error.message }],
              statusCode: object.error.status
            };
      });
    return c.json({ results });
  });

  routes.get('/:object', (c) => {
    const view = c.get('view');
    const object = supportedObject(view, c.req.param('object'));
    return object.ok ? c.json(objectInfo(view, object.value)) : answerError(c, object.error);
  });

  return routes;
}

/** The Object Info response body: the person's rights on the object, and the fields that they may read. */
export function objectInfo(view: View, object: ObjectSchema): Readonly<Record<string, unknown>> {
  const { access } = view;
  const info = {
    apiName: object.apiName,
    associateEntityType: null,
    associateParentEntity: null,
    childRelationships: object.childRelationships.map((child) => ({
      childObjectApiName: child.childObject,
      fieldName: child.field,
      junctionIdListNames: [],
      junctionReferenceTo: [],
      relationshipName: child.relationshipName
    })),
    compactLayoutable: !object.isSetup,
    createable: object.createable && access.canCreate(object),
    custom: isCustom(object.apiName),
    defaultRecordTypeId: MASTER_RECORD_TYPE_ID,
    deletable: object.deletable && access.canDelete(object),
    dependentFields: {},
    feedEnabled: false,
    fields: Object.fromEntries(
      readableFields(view, object).map((field) => [field.apiName, fieldInfo(view, object, field)])
    ),
    keyPrefix: object.keyPrefix,
    label: object.label,
    labelPlural: object.labelPlural,
    layoutable: true,
    mruEnabled: !object.isSetup,
    nameFields: nameFieldsOf(object),
    queryable: object.queryable,
    recordTypeInfos: {
      [MASTER_RECORD_TYPE_ID]: {
        available: true,
        defaultRecordTypeMapping: true,
        master: true,
        name: 'Master',
        recordTypeId: MASTER_RECORD_TYPE_ID
      }
    },
    searchLayoutable: !object.isSetup,
    searchable: !object.isSetup,
    themeInfo: null,
    updateable: object.updateable && access.canEdit(object)
  };
  return { ...info, eTag: eTagOf(info) };
}

function fieldInfo(view: View, object: ObjectSchema, field: FieldSchema): Readonly<Record<string, unknown>> {
  const canEdit = view.access.canEditField(object, field);
  const compound = [...object.fields.values()].some((part) => part.compoundFieldName === field.apiName);
  return {
    apiName: field.apiName,
    calculated: field.calculated,
    compound,
    compoundComponentName: null,
    compoundFieldName: field.compoundFieldName,
    controllerName: null,
    controllingFields: [],
    createable: field.createable && canEdit,
    custom: isCustom(field.apiName),
    dataType: dataTypeNames[field.dataType],
    extraTypeInfo: field.nameField && compound ? 'PersonName' : field.dataType === 'textarea' ? 'PlainTextArea' : null,
    externalId: false,
    filterable: field.filterable,
    filteredLookupInfo: null,
    highScaleNumber: false,
    htmlFormatted: false,
    inlineHelpText: null,
    label: field.label,
    length: field.length,
    maskType: null,
    nameField: field.nameField,
    polymorphicForeignKey: field.referenceTo.length > 1,
    precision: field.precision,
    reference: field.dataType === 'reference',
    referenceTargetField: null,
    referenceToInfos: field.referenceTo.map((apiName) => {
      const target = view.org.schema.object(apiName);
      return { apiName, nameFields: target === undefined ? ['Name'] : nameFieldsOf(target) };
    }),
    relationshipName: field.relationshipName,
    required: field.createable && !field.nillable && !field.defaultedOnCreate,
    reverseRelationshipName: null,
    scale: field.scale,
    searchPrefilterable: field.dataType === 'reference' || field.dataType === 'picklist',
    sortable: field.sortable,
    unique: field.unique,
    updateable: field.updateable && canEdit
  };
}

/** The name fields of an object; a person's name is given in its parts, `FirstName` and `LastName`. */
function nameFieldsOf(object: ObjectSchema): string[] {
  const name = [...object.fields.values()].find((field) => field.nameField);
  if (name === undefined) return [];
  const parts = ['FirstName', 'LastName'].filter((part) => object.fields.get(part)?.compoundFieldName === name.apiName);
  return parts.length > 0 ? parts : [name.apiName];
}

const dataTypeNames: Readonly<Record<DataType, string>> = {
  id: 'Reference',
  string: 'String',
  textarea: 'TextArea',
  email: 'Email',
  phone: 'Phone',
  url: 'Url',
  picklist: 'Picklist',
  multipicklist: 'MultiPicklist',
  combobox: 'ComboBox',
  reference: 'Reference',
  boolean: 'Boolean',
  int: 'Int',
  double: 'Double',
  currency: 'Currency',
  percent: 'Percent',
  date: 'Date',
  datetime: 'DateTime',
  address: 'Address',
  location: 'Location',
  encryptedstring: 'EncryptedString',
  complexvalue: 'ComplexValue'
};
