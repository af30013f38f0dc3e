import { displayText } from 'c/externalUserRules';
import { readUserFields } from '../facts/userFields.ts';
import type { OrgApi } from '../transports/orgApi.ts';
import { nameOfFile } from './openBytes.ts';
import { readCsv, type Input } from './readCsv.ts';
import { readListView, readQuery } from './readQuery.ts';
import { DEFAULT_BOUNDS } from './withBounds.ts';

/** Where the contacts come from. */
export type Source =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'query'; readonly soql: string }
  | { readonly kind: 'listView'; readonly name: string };

/** `onNote` hears what a pipe is waited for. */
export async function openInput(api: OrgApi, source: Source, onNote: (sentence: string) => void): Promise<Input> {
  switch (source.kind) {
    case 'file':
      return readCsv(source.path, { ...DEFAULT_BOUNDS, onNote }, () => readUserFields(api));
    case 'query':
      return readQuery(api, source.soql);
    case 'listView':
      return readListView(api, source.name);
  }
}

/** The source as the console and the report name it. */
export function nameOfSource(source: Source): string {
  switch (source.kind) {
    case 'file':
      return nameOfFile(source.path);
    case 'query':
      return 'the query';
    case 'listView':
      return `the list view ${displayText(source.name)}`;
  }
}
