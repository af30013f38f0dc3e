import type { JsonObject } from '../shared/jsonBody.ts';
import type { FieldSchema, ObjectSchema } from '../../engine/schema/objectSchema.ts';
import { isCustom, readableFields, type View } from '../shared/view.ts';

/** One entry of the sObject list (REST API Developer Guide, "Describe Global"). `base` is the path of `/sobjects`. */
export function summarizeObject(view: View, object: ObjectSchema, base: string): JsonObject {
  const { access } = view;
  const url = `${base}/${object.apiName}`;
  return {
    activateable: false,
    createable: object.createable && access.canCreate(object),
    custom: isCustom(object.apiName),
    customSetting: false,
    deletable: object.deletable && access.canDelete(object),
    deprecatedAndHidden: false,
    feedEnabled: false,
    keyPrefix: object.keyPrefix,
    label: object.label,
    labelPlural: object.labelPlural,
    layoutable: !object.isSetup,
    mergeable: false,
    name: object.apiName,
    queryable: object.queryable,
    replicateable: true,
    retrieveable: true,
    searchable: !object.isSetup,
    triggerable: !object.isSetup,
    undeletable: !object.isSetup,
    updateable: object.updateable && access.canEdit(object),
    urls: { rowTemplate: `${url}/{ID}`, describe: `${url}/describe`, sobject: url }
  };
}

/** DescribeSObjectResult: the object with the fields that the person may read. */
export function describeObject(view: View, object: ObjectSchema, base: string): JsonObject {
  return {
    ...summarizeObject(view, object, base),
    actionOverrides: [],
    childRelationships: object.childRelationships.map((child) => ({
      cascadeDelete: false,
      childSObject: child.childObject,
      deprecatedAndHidden: false,
      field: child.field,
      junctionIdListNames: [],
      junctionReferenceTo: [],
      relationshipName: child.relationshipName,
      restrictedDelete: false
    })),
    fields: readableFields(view, object).map((field) => describeField(view, object, field)),
    namedLayoutInfos: [],
    recordTypeInfos: [
      {
        active: true,
        available: true,
        defaultRecordTypeMapping: true,
        developerName: 'Master',
        master: true,
        name: 'Master',
        recordTypeId: '012000000000000AAA'
      }
    ],
    supportedScopes: [{ label: `All ${object.labelPlural.toLowerCase()}`, name: 'everything' }]
  };
}

function describeField(view: View, object: ObjectSchema, field: FieldSchema): JsonObject {
  const canEdit = view.access.canEditField(object, field);
  return {
    aggregatable: true,
    autoNumber: false,
    byteLength: field.length * 3,
    calculated: field.calculated,
    caseSensitive: false,
    compoundFieldName: field.compoundFieldName,
    createable: field.createable && canEdit,
    custom: isCustom(field.apiName),
    defaultedOnCreate: field.defaultedOnCreate,
    dependentPicklist: false,
    deprecatedAndHidden: false,
    digits: field.dataType === 'int' ? field.precision : 0,
    externalId: false,
    filterable: field.filterable,
    groupable: field.groupable,
    htmlFormatted: false,
    idLookup: field.idLookup,
    inlineHelpText: null,
    label: field.label,
    length: field.length,
    name: field.apiName,
    nameField: field.nameField,
    namePointing: field.referenceTo.length > 1,
    nillable: field.nillable,
    permissionable: false,
    picklistValues: field.picklistValues.map((value) => ({
      active: value.active,
      defaultValue: value.isDefault,
      label: value.label,
      validFor: null,
      value: value.value
    })),
    polymorphicForeignKey: field.referenceTo.length > 1,
    precision: field.precision,
    referenceTo: field.referenceTo,
    relationshipName: field.relationshipName,
    restrictedPicklist: field.restrictedPicklist,
    scale: field.scale,
    soapType: soapTypeOf(field),
    sortable: field.sortable,
    type: field.dataType,
    unique: field.unique,
    updateable: field.updateable && canEdit
  };
}

function soapTypeOf(field: FieldSchema): string {
  switch (field.dataType) {
    case 'id':
    case 'reference':
      return 'tns:ID';
    case 'boolean':
      return 'xsd:boolean';
    case 'int':
      return 'xsd:int';
    case 'double':
    case 'currency':
    case 'percent':
      return 'xsd:double';
    case 'date':
      return 'xsd:date';
    case 'datetime':
      return 'xsd:dateTime';
    case 'address':
      return 'urn:address';
    case 'location':
      return 'urn:location';
    // Each has a type of its own. Only the Tooling API has such fields, and this local org doesn't describe them.
    case 'complexvalue':
      return 'xsd:anyType';
    case 'string':
    case 'textarea':
    case 'email':
    case 'phone':
    case 'url':
    case 'picklist':
    case 'multipicklist':
    case 'combobox':
    case 'encryptedstring':
      return 'xsd:string';
  }
}
