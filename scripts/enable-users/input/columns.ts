import { readContactId, shortened } from './contactId.ts';
import { idColumnsIn } from './idColumn.ts';
import { similarName } from '../../shared/similarName.ts';
import { userFieldOf, type UserFieldColumn } from './userFieldColumns.ts';

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

/** Columns that this command adds to its files, `Sentence` in an earlier version. They are left out, so that a corrected file can be input again. */
export const RESULT_COLUMNS: readonly string[] = [
  'PlanContact',
  'PlanAccount',
  'PlanUsername',
  'PlanProfile',
  'PlanReason',
  'Outcome',
  'UserId',
  'NewUsername',
  'ExistingUsername',
  'Code',
  'Message',
  'Sentence',
  'Deviation',
  'Line'
];

/** Other names of columns: those of the User object, of Salesforce's article on importing users (000384961), and of exports. */
const ALIASES: Readonly<Record<string, Column>> = {
  profileid: 'Profile',
  profilename: 'Profile',
  communitynickname: 'Nickname',
  portalrole: 'RoleLevel',
  timezonesidkey: 'TimeZone',
  localesidkey: 'Locale',
  languagelocalekey: 'Language',
  permissionset: 'PermissionSets'
};

/** The place of each column among the kept ones. A column without a place isn't in the file. */
export type Places = ReadonlyMap<Column, number>;

export type Header =
  | {
      readonly kind: 'header';
      readonly places: Places;
      readonly userFields: readonly UserFieldColumn[];
      /** The names of the kept columns, as they are written. */
      readonly names: readonly string[];
      /** The places of the kept columns in the file. */
      readonly kept: readonly number[];
      /** The places of columns without a name, which must be empty. */
      readonly unnamed: readonly number[];
      /** Names of kept columns that nothing is made of. */
      readonly unused: readonly string[];
      /** How many columns the file has. */
      readonly width: number;
    }
  | { readonly kind: 'withoutIds' }
  | { readonly kind: 'refused'; readonly message: string };

type Found = Column | 'result' | 'unnamed' | 'unused' | 'userField';

/** Reads the first line. Case, blanks, `_` and `-` don't count: `Contact Id` is ContactId. */
export function readHeader(cells: readonly string[]): Header {
  if (cells.some((cell) => readContactId(cell).kind === 'id')) {
    return refused('the first line has an id, and no names of columns. Write one above it, such as ContactId.');
  }
  const [separator] = /[|^~¦]/.exec(cells.length === 1 ? (cells[0] ?? '') : '') ?? [];
  if (separator !== undefined) {
    return refused(`the cells are separated by ${separator}. Separate them by commas, semicolons or tabs.`);
  }
  const names = cells.map(normalized);
  const ids = idColumnsIn(names);
  if (ids.length === 0) return { kind: 'withoutIds' };
  const found = names.map((name, index): Found => {
    if (ids.includes(index)) return 'ContactId';
    if (userFieldOf(cells[index] ?? '') !== undefined) return 'userField';
    return (cells[index] ?? '').trim() === '' ? 'unnamed' : columnOf(name);
  });
  const kept = [...cells.keys()].filter((index) => found[index] !== 'result' && found[index] !== 'unnamed');
  const places = new Map<Column, number>();
  const unused: string[] = [];
  const userFields: UserFieldColumn[] = [];
  for (const [place, index] of kept.entries()) {
    const column = found[index];
    const name = (cells[index] ?? '').trim();
    if (column === undefined || column === 'result' || column === 'unnamed') continue;
    if (column === 'userField') {
      const field = userFieldOf(name) ?? '';
      if (userFields.some((other) => other.name.toLowerCase() === field.toLowerCase()))
        return refusedFor(`column User.${shortened(field)} is there twice.`);
      userFields.push({ place, name: field });
    } else if (column === 'unused') {
      const meant = columnMeantBy(names[index] ?? '');
      // Beside the right column, “Email 2” is another one.
      if (meant !== undefined && !found.includes(meant))
        return refusedFor(`unknown column “${shortened(name)}”. ${meant} is a known one.`);
      unused.push(name);
    } else if (places.has(column)) return refusedFor(`column ${column} is there twice.`);
    else places.set(column, place);
  }
  return {
    kind: 'header',
    places,
    userFields,
    names: kept.map((index) => (cells[index] ?? '').trim()),
    kept,
    unnamed: [...cells.keys()].filter((index) => found[index] === 'unnamed'),
    unused,
    width: cells.length
  };
}

function columnOf(name: string): Found {
  if (RESULT_COLUMNS.some((column) => normalized(column) === name)) return 'result';
  return ALIASES[name] ?? COLUMNS.find((column) => normalized(column) === name) ?? 'unused';
}

/** Invisible characters come with names that are copied from a web page. */
function normalized(name: string): string {
  return name.replace(/[\s\p{Cf}_-]/gu, '').toLowerCase();
}

const KNOWN_NAMES = [...COLUMNS.map(normalized), ...Object.keys(ALIASES)];

/** The known column whose name this one misspells. */
function columnMeantBy(name: string): Column | undefined {
  const meant = similarName(name, KNOWN_NAMES) ?? '';
  return COLUMNS.find((column) => normalized(column) === meant) ?? ALIASES[meant];
}

const MOST_NAMED = 5;

/** Says which columns nothing is made of; nothing where there is none. */
export function unusedColumns(unused: readonly string[]): readonly string[] {
  if (unused.length === 0) return [];
  const named = unused.slice(0, MOST_NAMED).map((name) => `“${shortened(name)}”`);
  const more = unused.length - named.length;
  const names = named.join(', ') + (more > 0 ? ` and ${String(more)} more` : '');
  return [
    `Nothing is made of ${unused.length === 1 ? 'the column' : 'the columns'} ${names}; the result files keep ${unused.length === 1 ? 'it' : 'them'}.`
  ];
}

/** What is said where no column has ids. `advice` says where they seem to be; empty where nobody knows. */
export function withoutIds(advice: string): string {
  const problem = 'there is no column ContactId. Contacts are found by their id only, never by an email.';
  return advice === '' ? withKnownColumns(problem) : `${problem} ${advice}`;
}

function refusedFor(problem: string): Header {
  return refused(withKnownColumns(problem));
}

function withKnownColumns(problem: string): string {
  return `${problem} Known columns: ${COLUMNS.join(', ')}, and User.<Field> for any other field of the user.`;
}

function refused(message: string): Header {
  return { kind: 'refused', message };
}
