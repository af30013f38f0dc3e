import type { FieldId, FieldValueRepresentation, RecordRepresentation } from 'lightning/uiRecordApi';

export type FieldValue = FieldValueRepresentation['value'];

/** A compound value, such as an address, is an object too, but no record. */
export function isRecord(value: FieldValue): value is RecordRepresentation {
  return typeof value === 'object' && value !== null && 'fields' in value;
}

/** `Contact.Account.Name` of either form. */
export function qualifiedName(field: FieldId | string): string {
  return typeof field === 'string' ? field : `${field.objectApiName}.${field.fieldApiName}`;
}

/** `['Account', 'Name']` of `Contact.Account.Name`. */
export function pathOf(field: FieldId | string): readonly string[] {
  return qualifiedName(field).split('.').slice(1);
}

const CHECKSUM = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';

/** The 18-character form of an id, under which records are kept. Other texts come back as they are. */
export function toId18(id: string): string {
  if (!/^[a-zA-Z0-9]{15}$/u.test(id)) {
    return id;
  }
  const suffix = [0, 5, 10].map((start) => {
    const isUpper = [0, 1, 2, 3, 4].map((offset) => /[A-Z]/u.test(id.charAt(start + offset)));
    return CHECKSUM.charAt(isUpper.reduce((bits, upper, offset) => bits + (upper ? 1 << offset : 0), 0));
  });
  return id + suffix.join('');
}
