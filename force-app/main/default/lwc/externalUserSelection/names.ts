import { freeNickname, freeUsername, nextNickname, valueOr, type NamesInUse } from 'c/externalUserRules';
import type { PlannedRow } from './planRows.ts';

/** Names to ask for per contact: the one of the pattern, and the next ones. */
const ASKED = 3;

/** The names of all rows for one query. */
export function namesToAsk(rows: readonly PlannedRow[]) {
  const drafts = rows.flatMap(({ draft }) => draft ?? []);
  return {
    usernames: unique(drafts.flatMap(({ username }) => series(username, (name) => freeUsername(name, [])))),
    nicknames: unique(drafts.flatMap(({ nickname }) => series(nickname, nextNickname)))
  };
}

/** Gives names to rows: each row gets another name, and no row gets a name that is taken. */
export class NameGiver {
  readonly #usernames: Set<string>;
  readonly #nicknames: Set<string>;

  constructor(taken: NamesInUse) {
    this.#usernames = lowerCase(valueOr(taken.usernames, []));
    this.#nicknames = lowerCase(valueOr(taken.nicknames, []));
  }

  username(wanted: string): string {
    return claim(this.#usernames, wanted, () => freeUsername(wanted, [...this.#usernames]));
  }

  nickname(wanted: string): string {
    return claim(this.#nicknames, wanted, () => freeNickname(wanted, [...this.#nicknames]));
  }

  /** In the order of the rows. */
  nameRows(rows: readonly PlannedRow[]): readonly PlannedRow[] {
    return rows.map((row) => {
      const { draft } = row;
      return draft === null
        ? row
        : {
            ...row,
            draft: { ...draft, username: this.username(draft.username), nickname: this.nickname(draft.nickname) }
          };
    });
  }
}

function claim(taken: Set<string>, wanted: string, free: () => string): string {
  const name = taken.has(wanted.toLowerCase()) ? free() : wanted;
  taken.add(name.toLowerCase());
  return name;
}

function series(name: string, next: (name: string) => string): readonly string[] {
  const names = [name];
  while (names.length < ASKED) {
    names.push(next(names.at(-1) ?? name));
  }
  return names;
}

function unique(names: readonly string[]): readonly string[] {
  return [...new Set(names)];
}

function lowerCase(names: readonly string[]): Set<string> {
  return new Set(names.map((name) => name.toLowerCase()));
}
