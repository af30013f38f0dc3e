import { readFileSync } from 'node:fs';
import type { FieldValue } from '../storage/record.ts';

interface TreeRecord {
  readonly attributes: { readonly type: string; readonly referenceId: string };
  readonly [field: string]: unknown;
}

/** The records of one `sf data import tree` file (the sObject Tree format of the REST API), without nested ones. */
export function readTreeFile(path: string): StartingRecord[] {
  const { records } = JSON.parse(readFileSync(path, 'utf8')) as { readonly records: readonly TreeRecord[] };
  return records.map(({ attributes, ...fields }) => ({
    reference: attributes.referenceId,
    object: attributes.type,
    fields: fields as Record<string, FieldValue>
  }));
}

/** A record before it has an id. A text value `@reference` names another record, earlier or later in the list. */
export interface StartingRecord {
  readonly reference: string;
  readonly object: string;
  readonly fields: Readonly<Record<string, FieldValue>>;
}
