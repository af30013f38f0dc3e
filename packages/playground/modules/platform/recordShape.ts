import type { FieldId, FieldValueRepresentation, RecordRepresentation } from 'lightning/uiRecordApi';

export type FieldValue = FieldValueRepresentation['value'];

/** A compound value, such as an address, is an object too, but not a record. */
export function isRecord(value: FieldValue): value is RecordRepresentation {
  return typeof value === 'object' && value !== null && 'fields' in value;
}

/** The qualified name of a field, `Contact.Account.Name`, from either form. */
export function qualifiedName(field: FieldId | string): string {
  return typeof field === 'string' ? field : `${field.objectApiName}.${field.fieldApiName}`;
}

/** The path of a field: `['Account', 'Name']` for `Contact.Account.Name`. */
export function pathOf(field: FieldId | string): readonly string[] {
  return qualifiedName(field).split('.').slice(1);
}

const CHECKSUM = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';

/** The 18-character form of an id, which is the key of a record in the cache. Other texts are returned unchanged. */
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
