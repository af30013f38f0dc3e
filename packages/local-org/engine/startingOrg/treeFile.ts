import { readFileSync } from 'node:fs';
import type { FieldValue } from '../storage/record.ts';

interface TreeRecord {
  readonly attributes: { readonly type: string; readonly referenceId: string };
  readonly [field: string]: unknown;
}

/** Reads a file of `sf data import tree`, which has the sObject Tree format of the REST API. Nested records are not supported. */
export function readTreeFile(path: string): StartingRecord[] {
  const { records } = JSON.parse(readFileSync(path, 'utf8')) as { readonly records: readonly TreeRecord[] };
  return records.map(({ attributes, ...fields }) => ({
    reference: attributes.referenceId,
    object: attributes.type,
    fields: fields as Record<string, FieldValue>
  }));
}

/** A record without an id. A text `@reference` points to another record, earlier or later in the list. */
export interface StartingRecord {
  readonly reference: string;
  readonly object: string;
  readonly fields: Readonly<Record<string, FieldValue>>;
}
