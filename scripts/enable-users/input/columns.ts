/** The columns that an input may have, as messages write them. */
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

/** Columns that this command adds to its own files, so that one of them can be corrected and fed back. */
export const RESULT_COLUMNS: readonly string[] = [
  'Outcome',
  'UserId',
  'NewUsername',
  'Code',
  'Message',
  'Sentence',
  'Line'
];

const ALIASES: Readonly<Record<string, Column>> = { id: 'ContactId', permissionset: 'PermissionSets' };

/** Where each column stands; what has no place isn't in the file. */
export type Places = ReadonlyMap<Column, number>;

export type Header =
  | {
      readonly kind: 'header';
      readonly places: Places;
      /** Names as they are written, of the columns that are kept. */
      readonly names: readonly string[];
      /** Where the kept columns stand in the file. */
      readonly kept: readonly number[];
      readonly width: number;
    }
  | { readonly kind: 'refused'; readonly message: string };

/** Reads the first line. Case, blanks and `_` don't matter: `Contact Id` is ContactId. */
export function readHeader(cells: readonly string[]): Header {
  const found = cells.map((cell) => columnOf(cell));
  const kept = [...cells.keys()].filter((index) => found[index] !== 'result');
  const unknown = cells.filter((_cell, index) => found[index] === null);
  if (unknown.length > 0) {
    return refused(`unknown ${unknown.length === 1 ? 'column' : 'columns'} ${unknown.map(named).join(', ')}.`);
  }
  const places = new Map<Column, number>();
  for (const [place, index] of kept.entries()) {
    const column = found[index];
    if (column === null || column === undefined || column === 'result') continue;
    if (places.has(column)) return refused(`column ${column} is there twice.`);
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
    : refused('there is no column ContactId. Contacts are found by their id only, never by an email.');
}

function columnOf(cell: string): Column | 'result' | null {
  const name = normalized(cell);
  if (RESULT_COLUMNS.some((column) => normalized(column) === name)) return 'result';
  return ALIASES[name] ?? COLUMNS.find((column) => normalized(column) === name) ?? null;
}

function normalized(name: string): string {
  return name.replace(/[\s_]/g, '').toLowerCase();
}

function named(name: string): string {
  return name.trim() === '' ? '(without a name)' : `“${name.trim()}”`;
}

function refused(problem: string): Header {
  return { kind: 'refused', message: `${problem} Known columns: ${COLUMNS.join(', ')}. Rename or remove the others.` };
}
