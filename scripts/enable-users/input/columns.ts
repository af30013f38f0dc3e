import { readContactId, shortened } from './contactId.ts';

/** The columns that an input may have, spelled as in messages. */
export const COLUMNS = [
  'ContactId',
  'Profile',
  'Username',
  'Email',
  'Nickname',
  'Alias',
  'RoleLevel',
  'TimeZone',
  'Locale',
  'Language',
  'PermissionSets'
] as const;

export type Column = (typeof COLUMNS)[number];

/** Columns that this command adds to its files. They are left out, so that a corrected file can be input again. */
export const RESULT_COLUMNS: readonly string[] = [
  'Outcome',
  'UserId',
  'NewUsername',
  'ExistingUsername',
  'Code',
  'Message',
  'Sentence',
  'Line'
];

const ALIASES: Readonly<Record<string, Column>> = { id: 'ContactId', permissionset: 'PermissionSets' };

/** The place of each column among the kept ones. A column without a place isn't in the file. */
export type Places = ReadonlyMap<Column, number>;

export type Header =
  | {
      readonly kind: 'header';
      readonly places: Places;
      /** The names of the kept columns, as they are written. */
      readonly names: readonly string[];
      /** The places of the kept columns in the file. */
      readonly kept: readonly number[];
      /** How many columns the file has. */
      readonly width: number;
    }
  | { readonly kind: 'refused'; readonly message: string };

/** Reads the first line. Case, blanks and `_` don't count: `Contact Id` is ContactId. */
export function readHeader(cells: readonly string[]): Header {
  const found = cells.map((cell) => columnOf(cell));
  const kept = [...cells.keys()].filter((index) => found[index] !== 'result');
  if (cells.some((cell) => readContactId(cell).kind === 'id')) {
    return refused('the first line has an id, and no names of columns. Write one above it, such as ContactId.');
  }
  if (cells.length === 1 && (cells[0] ?? '').includes('|')) {
    return refused('the cells are separated by |. Separate them by commas, semicolons or tabs.');
  }
  const unknown = cells.filter((_cell, index) => found[index] === null);
  if (unknown.length > 0) {
    return refusedFor(`unknown ${unknown.length === 1 ? 'column' : 'columns'} ${listOf(unknown)}.`);
  }
  const places = new Map<Column, number>();
  for (const [place, index] of kept.entries()) {
    const column = found[index];
    if (column === null || column === undefined || column === 'result') continue;
    if (places.has(column)) return refusedFor(`column ${column} is there twice.`);
    places.set(column, place);
  }
  return places.has('ContactId')
    ? {
        kind: 'header',
        places,
        names: kept.map((index) => (cells[index] ?? '').trim()),
        kept,
        width: cells.length
      }
    : refusedFor('there is no column ContactId. Contacts are found by their id only, never by an email.');
}

function columnOf(cell: string): Column | 'result' | null {
  const name = normalized(cell);
  if (RESULT_COLUMNS.some((column) => normalized(column) === name)) return 'result';
  return ALIASES[name] ?? COLUMNS.find((column) => normalized(column) === name) ?? null;
}

function normalized(name: string): string {
  return name.replace(/[\s_]/g, '').toLowerCase();
}

const MOST_NAMED = 5;

function listOf(names: readonly string[]): string {
  const named = names
    .slice(0, MOST_NAMED)
    .map((name) => (name.trim() === '' ? '(without a name)' : `“${shortened(name.trim())}”`));
  const more = names.length - named.length;
  return named.join(', ') + (more > 0 ? ` and ${String(more)} more` : '');
}

function refusedFor(problem: string): Header {
  return refused(`${problem} Known columns: ${COLUMNS.join(', ')}. Rename or remove the others.`);
}

function refused(message: string): Header {
  return { kind: 'refused', message };
}
