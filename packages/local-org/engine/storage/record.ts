/** A field's value as stored. Dates and date-times are ISO 8601 strings in UTC, as the REST API returns them. */
export type FieldValue = string | number | boolean | null;

export type Fields = Readonly<Record<string, FieldValue>>;

export type StoredRecord = Fields & { readonly Id: string };
