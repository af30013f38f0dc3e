import { freeNickname, freeUsername } from 'c/externalUserRules';
import { readNamesInUse } from '../facts/namesInUse.ts';
import type { OrgAnswer } from '../transports/orgAnswer.ts';
import type { OrgApi } from '../transports/orgApi.ts';
import type { NameField } from '../store/nameClaims.ts';
import type { Store } from '../store/store.ts';

/** A row that needs a name of its own. */
export interface NameWish {
  readonly row: number;
  readonly username: string;
  readonly nickname: string;
  /** Somebody typed it, so that another one is theirs to choose. */
  readonly isUsernameGiven: boolean;
}

export interface GivenNames {
  readonly username: string;
  readonly nickname: string;
  /** A username that was given and is taken; `username` is then one that is free. */
  readonly takenUsername: string | null;
}

/** How many names each row asks for at once: nearly all are free at once, and a few are `info` for the hundredth time. */
const WIDTHS = [1, 8, 64];

interface Seeker {
  readonly row: number;
  readonly wanted: Record<NameField, string>;
  readonly isSettled: Record<NameField, boolean>;
  /** The last name that was looked at. */
  readonly tried: Record<NameField, string>;
}

export type GiveNames = (wishes: readonly NameWish[]) => Promise<OrgAnswer<ReadonlyMap<number, GivenNames>>>;

/** Gives names that no other row of this run and no user of this org has, numbered where the wanted one is taken. */
export function createNameGiver(api: OrgApi, store: Store): GiveNames {
  const latest = new Map<string, string>();
  return (wishes) => giveNames(api, { store, latest }, wishes);
}

/** What rows have claimed; `latest` spares a thousandth `info` to try all of those before it. */
interface Claims {
  readonly store: Store;
  readonly latest: Map<string, string>;
}

const MOST_REMEMBERED = 100_000;

async function giveNames(
  api: OrgApi,
  claims: Claims,
  wishes: readonly NameWish[]
): Promise<OrgAnswer<ReadonlyMap<number, GivenNames>>> {
  const { store } = claims;
  const seekers = wishes.map(({ row, username, nickname }): Seeker => ({
    row,
    wanted: { username, nickname },
    isSettled: { username: false, nickname: false },
    tried: { username: '', nickname: '' }
  }));
  for (const width of WIDTHS) {
    const proposals = store.transaction(() => proposeAll(claims, seekers, width));
    if (proposals.size === 0) break;
    const all = [...proposals.values()];
    const taken = await readNamesInUse(api, {
      username: all.flatMap(({ username }) => username),
      nickname: all.flatMap(({ nickname }) => nickname)
    });
    if (taken.kind === 'refused') return taken;
    store.transaction(() => {
      for (const [seeker, names] of proposals) {
        settle(store, seeker, 'username', names.username, taken.value.username);
        settle(store, seeker, 'nickname', names.nickname, taken.value.nickname);
      }
    });
  }
  return { kind: 'known', value: new Map(wishes.map((wish, index) => [wish.row, given(wish, seekers[index])])) };
}

type Proposals = ReadonlyMap<Seeker, Readonly<Record<NameField, readonly string[]>>>;

function proposeAll(claims: Claims, seekers: readonly Seeker[], width: number): Proposals {
  return new Map(
    seekers
      .filter(({ isSettled }) => !isSettled.username || !isSettled.nickname)
      .map((seeker) => [
        seeker,
        {
          username: propose(claims, seeker, 'username', width),
          nickname: propose(claims, seeker, 'nickname', width)
        }
      ])
  );
}

function given(wish: NameWish, seeker: Seeker | undefined): GivenNames {
  const { username, nickname } = seeker?.tried ?? wish;
  const isTaken = wish.isUsernameGiven && username.toLowerCase() !== wish.username.toLowerCase();
  return { username, nickname, takenUsername: isTaken ? wish.username : null };
}

/** The next names that no other row has. The first of a row is claimed at once, so that rows behind it see it. */
function propose({ store, latest }: Claims, seeker: Seeker, field: NameField, width: number): readonly string[] {
  if (seeker.isSettled[field]) return [];
  const names: string[] = [];
  const wanted = seeker.wanted[field];
  const key = `${field} ${wanted.toLowerCase()}`;
  while (names.length < width) {
    const tried = seeker.tried[field];
    seeker.tried[field] = tried === '' ? wanted : next(field, tried === wanted ? (latest.get(key) ?? tried) : tried);
    if (store.names.claim(field, seeker.tried[field], seeker.row)) names.push(seeker.tried[field]);
  }
  if (seeker.tried[field] !== wanted) {
    if (latest.size > MOST_REMEMBERED) latest.clear();
    latest.set(key, seeker.tried[field]);
  }
  return names;
}

/** What is still taken after the last try is left to the creation, which counts up by itself. */
function settle(
  store: Store,
  seeker: Seeker,
  field: NameField,
  names: readonly string[],
  taken: ReadonlySet<string>
): void {
  if (seeker.isSettled[field]) return;
  const free = names.find((name) => !taken.has(name.toLowerCase()));
  if (free === undefined) return;
  seeker.isSettled[field] = true;
  seeker.tried[field] = free;
  for (const name of names) {
    if (name !== free && !taken.has(name.toLowerCase())) store.names.release(field, name);
  }
}

function next(field: NameField, name: string): string {
  return field === 'username' ? freeUsername(name, []) : freeNickname(name, []);
}
