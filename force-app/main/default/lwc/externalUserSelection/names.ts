import { sentenceForNumbered } from 'c/externalUserLabels';
import { codeOfHeldName } from 'c/externalUserListRules';
import {
  freeNickname,
  freeUsername,
  valueOr,
  type Fact,
  type FoundHolder,
  type NameField,
  type NamesInUse,
  type TakenNames
} from 'c/externalUserRules';
import type { Deviation, PlannedRow } from './planRows.ts';

/** Names to ask for besides one for each contact that wants the same one. */
const SPARE = 2;
/** How many times more names are asked for when all of them are taken. */
const GROWTH = 8;
/** The answer contains no more users. */
const MOST_NAMES = 2_000;

const NEXT = { username: freeUsername, nickname: freeNickname } as const satisfies Record<NameField, unknown>;

/**
 * The names of all rows for one query: of each name, the next ones too, so that every row can get one. Where too many of
 * them are taken, it asks for more.
 */
export function namesToAsk(rows: readonly PlannedRow[], { usernames, nicknames }: NamesInUse) {
  return {
    usernames: seriesOf('username', rows, valueOr(usernames, undefined)),
    nicknames: seriesOf('nickname', rows, valueOr(nicknames, undefined))
  };
}

type Asked = ReturnType<typeof namesToAsk>;

/** Whether one query asks for all names of the other. */
export function asksForAll(asked: Asked | undefined, { usernames, nicknames }: Asked): boolean {
  const all = new Set([...(asked?.usernames ?? []), ...(asked?.nicknames ?? [])]);
  return asked !== undefined && [...usernames, ...nicknames].every((name) => all.has(name));
}

function seriesOf(field: NameField, rows: readonly PlannedRow[], taken: TakenNames | undefined): readonly string[] {
  const rowsOf = new Map<string, number>();
  for (const { draft } of rows) {
    if (draft !== null) {
      rowsOf.set(draft[field], (rowsOf.get(draft[field]) ?? 0) + 1);
    }
  }
  const names = new Set<string>();
  for (const [wanted, count] of rowsOf) {
    for (const name of series(field, wanted, count, taken)) {
      names.add(name);
    }
  }
  return [...names];
}

/** The wanted name and the next ones, of which enough are free for `count` rows. */
function series(field: NameField, wanted: string, count: number, taken: TakenNames | undefined): readonly string[] {
  const names = [wanted];
  let isFree = 0;
  for (let width = count + SPARE; isFree < count && width <= MOST_NAMES; width *= GROWTH) {
    while (names.length < width) {
      names.push(NEXT[field](names.at(-1) ?? wanted));
    }
    isFree = names.filter((name) => taken?.has(name.toLowerCase()) !== true).length;
  }
  return names;
}

/** Gives names to rows: each row gets another name, and no row gets a name that is taken. */
export class NameGiver {
  readonly #taken: Record<NameField, Map<string, FoundHolder>>;

  constructor({ usernames, nicknames }: NamesInUse) {
    this.#taken = { username: copyOf(usernames), nickname: copyOf(nicknames) };
  }

  /** Another name after one that the org refused. */
  next(field: NameField, refused: string, step: number): string {
    const free = NEXT[field](refused, this.#taken[field], step);
    this.#taken[field].set(free.toLowerCase(), { kind: 'otherRow' });
    return free;
  }

  /** In the order of the rows. */
  nameRows(rows: readonly PlannedRow[]): readonly PlannedRow[] {
    return rows.map((row) => {
      const { draft } = row;
      if (draft === null) {
        return row;
      }
      const username = this.claim('username', draft.username);
      const nickname = this.claim('nickname', draft.nickname);
      const deviations = [...username.deviations, ...nickname.deviations];
      return {
        ...row,
        draft: { ...draft, username: username.free, nickname: nickname.free },
        deviations,
        remark: deviations.map(({ sentence }) => sentence).join(' ')
      };
    });
  }

  private claim(
    field: NameField,
    wanted: string
  ): { readonly free: string; readonly deviations: readonly Deviation[] } {
    const taken = this.#taken[field];
    const holder = taken.get(wanted.toLowerCase());
    if (holder === undefined) {
      taken.set(wanted.toLowerCase(), { kind: 'otherRow' });
      return { free: wanted, deviations: [] };
    }
    const free = this.next(field, wanted, 1);
    const sentence = sentenceForNumbered({ field, wanted, free, holder });
    return { free, deviations: [{ code: codeOfHeldName(field, holder), sentence }] };
  }
}

function copyOf(taken: Fact<TakenNames>): Map<string, FoundHolder> {
  return new Map(valueOr(taken, []));
}
