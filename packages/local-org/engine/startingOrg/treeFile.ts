import { readFileSync } from 'node:fs';
import type { StartingRecord } from './startingOrg.ts';
import type { FieldValue } from '../../types.ts';

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
