import type { FieldRepresentation } from 'lightning/uiObjectInfoApi';
import type { FetchResponse, RecordRepresentation } from 'lightning/uiRecordApi';
import { isJson, listAt, textAt, valueAt } from 'sf-cli/json';
import { messageOf } from '../recordPage/errorMessage.ts';
import type { LayoutItem } from '../recordPage/layouts.ts';

/** A field that the person can edit, as the form shows it. */
export interface EditedField {
  readonly name: string;
  readonly label: string;
  readonly isPicklist: boolean;
  /** The object that a lookup refers to; empty for other fields. */
  readonly lookupTo: string;
  /** The type of a lightning-input. */
  readonly type: 'text' | 'email' | 'tel' | 'url' | 'number' | 'checkbox';
  readonly value: string;
  /** The value as a person reads it: the name of a record. */
  readonly displayValue: string;
  readonly isChecked: boolean;
}

const INPUT_TYPES: Readonly<Record<string, EditedField['type']>> = {
  Boolean: 'checkbox',
  Double: 'number',
  Email: 'email',
  Int: 'number',
  Phone: 'tel',
  Picklist: 'text',
  Reference: 'text',
  String: 'text',
  TextArea: 'text',
  Url: 'url'
};

/** Finds the fields of a layout that the person can edit. A reference is edited where the layout names its record. */
export function editedFields(
  items: readonly LayoutItem[],
  record: RecordRepresentation,
  fields: Readonly<Record<string, Pick<FieldRepresentation, 'label' | 'dataType' | 'updateable'>>>
): EditedField[] {
  return items.flatMap(({ field: name, nameField, isReadOnly = false }) => {
    const info = fields[name];
    const lookupTo = nameField === undefined ? '' : textAt(listAt(info, 'referenceToInfos')[0], 'apiName');
    const type = info === undefined ? undefined : INPUT_TYPES[info.dataType];
    const value = record.fields[name]?.value;
    const text = value === null || typeof value === 'object' ? '' : String(value);
    const [relationship = ''] = nameField?.split('.') ?? [];
    const isUnnamed = info?.dataType === 'Reference' && lookupTo === '';
    if (info?.updateable !== true || type === undefined || value === undefined || isReadOnly || isUnnamed) {
      return [];
    }
    return [
      {
        name,
        label: nameField === undefined ? info.label : info.label.replace(/ ID$/u, ''),
        lookupTo,
        isPicklist: info.dataType === 'Picklist',
        type,
        value: text,
        displayValue: record.fields[relationship]?.displayValue ?? text,
        isChecked: value === true
      }
    ];
  });
}

/** The entered values that differ from the record, in the types of UI API. */
export function changesOf(
  fields: readonly EditedField[],
  entered: Readonly<Record<string, string | boolean>>
): Record<string, string | number | boolean | null> {
  return Object.fromEntries(
    fields.flatMap(({ name, type, value, isChecked }): [string, string | number | boolean | null][] => {
      const now = entered[name];
      if (now === undefined || now === (type === 'checkbox' ? isChecked : value)) {
        return [];
      }
      return [[name, now === '' ? null : type === 'number' ? Number(now) : now]];
    })
  );
}

/** Why a save was refused: the messages of all errors in the response. UI API Guide: Error with Output. */
export function refusalOf(error: FetchResponse): string {
  const output = valueAt(error.body, 'output');
  const fieldErrors = valueAt(output, 'fieldErrors');
  const messages = [
    ...listAt(output, 'errors'),
    ...Object.keys(isJson(fieldErrors) ? fieldErrors : {}).flatMap((field) => listAt(fieldErrors, field))
  ].map((one) => textAt(one, 'message'));
  return messages.length === 0 ? messageOf(error) : messages.join(' ');
}
