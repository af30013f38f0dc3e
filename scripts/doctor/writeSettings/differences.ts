import { fullNameOf, type ProfileRecord } from '../../shared/settings/profileRecord.ts';

/** What changes in a record: old and new value by field; a new record has no old values. */
export interface RecordChange {
  readonly record: ProfileRecord;
  readonly isNew: boolean;
  readonly fields: readonly FieldChange[];
}

export interface FieldChange {
  readonly field: string;
  readonly from: string;
  readonly to: string;
}

/** The records that differ, each with its fields that differ. */
export function differencesOf(
  records: readonly ProfileRecord[],
  wanted: readonly ProfileRecord[]
): readonly RecordChange[] {
  return wanted.flatMap((record) => {
    const before = records.find(({ developerName }) => developerName === record.developerName);
    const old: Readonly<Record<string, unknown>> = { ...before?.fields };
    const fields = Object.entries(record.fields).flatMap(([field, value]) =>
      textOf(old[field]) === textOf(value) ? [] : [{ field, from: textOf(old[field]), to: textOf(value) }]
    );
    return fields.length === 0 ? [] : [{ record, isNew: before === undefined, fields }];
  });
}

/** For a person, one line for a record and each of its fields. */
export function toLines(changes: readonly RecordChange[]): readonly string[] {
  return changes.flatMap(({ record, isNew, fields }) => [
    isNew ? `${fullNameOf(record)} (new)` : fullNameOf(record),
    ...fields.map(({ field, from, to }) => `  ${field}: ${shown(from)} → ${shown(to)}`)
  ]);
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

function shown(text: string): string {
  return text === '' ? '(empty)' : text;
}
