import { freeNickname, freeUsername, type NameField, type NumberedName } from 'c/externalUserRules';
import { known } from 'sf-cli/answer';
import { readNamesInUse } from '../facts/namesInUse.ts';
import { readNameHolders } from '../facts/nameHolders.ts';
import { NAME_FIELDS } from '../store/nameClaims.ts';
import type { Store } from '../store/store.ts';
import type { OrgAnswer } from '../transports/orgAnswer.ts';
import type { OrgApi } from '../transports/orgApi.ts';

/** The names that a row asks for. */
export interface NameRequest {
  readonly row: number;
  readonly username: string;
  readonly nickname: string;
}

export interface AssignedNames {
  readonly username: string;
  readonly nickname: string;
  /** Names that are others than those that the row asks for. */
  readonly changed: readonly NumberedName[];
}

export type AssignNames = (requests: readonly NameRequest[]) => Promise<OrgAnswer<ReadonlyMap<number, AssignedNames>>>;

/** How many names a row asks for in each round. Nearly all first names are free, and a few are `info` for the hundredth time. */
const WIDTHS = [1, 8, 64];

/** The search of one row for its names. */
interface Search {
  readonly row: number;
  readonly wanted: Record<NameField, string>;
  readonly isFound: Record<NameField, boolean>;
  /** The last name that was tried. */
  readonly tried: Record<NameField, string>;
}

/** Assigns names that no other row of this run and no user of this org has, numbered where the wanted one is taken. */
export function createNameAssigner(api: OrgApi, store: Store): AssignNames {
  const latest = new Map<string, string>();
  return (requests) => assignNames(api, { store, latest }, requests);
}

/** What rows have claimed. With `latest`, the thousandth `info` need not try all numbers before it. */
interface Claims {
  readonly store: Store;
  readonly latest: Map<string, string>;
}

const MOST_REMEMBERED = 100_000;

async function assignNames(
  api: OrgApi,
  claims: Claims,
  requests: readonly NameRequest[]
): Promise<OrgAnswer<ReadonlyMap<number, AssignedNames>>> {
  const { store } = claims;
  const searches = requests.map(({ row, username, nickname }): Search => ({
    row,
    wanted: { username, nickname },
    isFound: { username: false, nickname: false },
    tried: { username: '', nickname: '' }
  }));
  for (const width of WIDTHS) {
    const proposals = store.transaction(() => proposeAll(claims, searches, width));
    if (proposals.size === 0) break;
    const all = [...proposals.values()];
    const taken = await readNamesInUse(api, {
      username: all.flatMap(({ username }) => username),
      nickname: all.flatMap(({ nickname }) => nickname)
    });
    if (taken.kind === 'refused') return taken;
    store.transaction(() => {
      for (const [search, names] of proposals) {
        takeFreeName(store, search, 'username', names.username, taken.value.username);
        takeFreeName(store, search, 'nickname', names.nickname, taken.value.nickname);
      }
    });
  }
  const changed = searches.flatMap(changedNames);
  const holders = await readNameHolders(api, changed);
  return known(
    new Map(
      searches.map((search) => {
        const { row, tried } = search;
        const withHolders = changedNames(search).map((name) => ({ ...name, holder: holders(name) }));
        return [row, { ...tried, changed: withHolders }];
      })
    )
  );
}

function changedNames({ wanted, tried }: Search): readonly Omit<NumberedName, 'holder'>[] {
  return NAME_FIELDS.filter((field) => tried[field].toLowerCase() !== wanted[field].toLowerCase()).map((field) => ({
    field,
    wanted: wanted[field],
    free: tried[field]
  }));
}

type Proposals = ReadonlyMap<Search, Readonly<Record<NameField, readonly string[]>>>;

function proposeAll(claims: Claims, searches: readonly Search[], width: number): Proposals {
  return new Map(
    searches
      .filter(({ isFound }) => !isFound.username || !isFound.nickname)
      .map((search) => [
        search,
        {
          username: propose(claims, search, 'username', width),
          nickname: propose(claims, search, 'nickname', width)
        }
      ])
  );
}

/** The next names that no other row has. They are claimed at once, so that the rows behind see them. */
function propose({ store, latest }: Claims, search: Search, field: NameField, width: number): readonly string[] {
  if (search.isFound[field]) return [];
  const names: string[] = [];
  const wanted = search.wanted[field];
  const key = `${field} ${wanted.toLowerCase()}`;
  while (names.length < width) {
    const tried = search.tried[field];
    search.tried[field] =
      tried === '' ? wanted : nextName(field, tried === wanted ? (latest.get(key) ?? tried) : tried);
    if (store.names.claim(field, search.tried[field], search.row)) names.push(search.tried[field]);
  }
  if (search.tried[field] !== wanted) {
    if (latest.size > MOST_REMEMBERED) latest.clear();
    latest.set(key, search.tried[field]);
  }
  return names;
}

/** Takes the first free name and releases the others. Where all are taken in the last round, the creation counts on. */
function takeFreeName(
  store: Store,
  search: Search,
  field: NameField,
  names: readonly string[],
  taken: ReadonlySet<string>
): void {
  if (search.isFound[field]) return;
  const free = names.find((name) => !taken.has(name.toLowerCase()));
  if (free === undefined) return;
  search.isFound[field] = true;
  search.tried[field] = free;
  for (const name of names) {
    if (name !== free && !taken.has(name.toLowerCase())) store.names.release(field, name);
  }
}

function nextName(field: NameField, name: string): string {
  return field === 'username' ? freeUsername(name) : freeNickname(name);
}
