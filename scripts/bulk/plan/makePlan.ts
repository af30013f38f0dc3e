import type { ExistingUser } from 'c/externalUserRules';
import { createContactReader, type ContactReading } from '../facts/contactQuery.ts';
import { licenseOf, readOrg, type OrgReading } from '../facts/orgFacts.ts';
import { readPicklists } from '../facts/picklists.ts';
import type { Places } from '../input/columns.ts';
import type { Answer, OrgApi } from '../orgApi.ts';
import type { Store } from '../store.ts';
import type { InputRow, PlanRow } from '../types.ts';
import { decideRow, type Decision } from './decideRow.ts';
import type { DraftSources } from './draftRow.ts';
import { createNameGiver, type GivenNames, type GiveNames } from './names.ts';
import type { PlanOptions } from './options.ts';
import { createSeats, type SeatCount, type Seats } from './seats.ts';
import { wishesOf } from './wishes.ts';
import { readWords, type Words } from './words.ts';

/** The org refuses something without which there is no plan. */
export class PlanRefused extends Error {
  override readonly name = 'PlanRefused';
}

export interface Planned {
  readonly org: OrgReading;
  readonly seats: readonly SeatCount[];
}

/** Rows that are read, decided and saved together. At most so many ids fit into one query. */
const BATCH = 2000;
/** Batches whose contacts are asked for while others are decided. */
const AHEAD = 3;

/** Decides every row of the input, in its order; `onRows` hears how many are done. Changes nothing in the org. */
export async function makePlan(
  api: OrgApi,
  store: Store,
  places: Places,
  options: PlanOptions,
  onRows: (done: number) => void = () => undefined
): Promise<Planned> {
  const org = await readOrg(api);
  const namesLocale = places.has('TimeZone') || places.has('Locale') || places.has('Language');
  const picklists = namesLocale ? await readPicklists(api) : new Map();
  const seats = createSeats();
  const planner: Planner = {
    store,
    places,
    sources: { org, picklists, options },
    words: readWords(),
    seats,
    giveNames: createNameGiver(api, store)
  };
  let done = 0;
  for await (const { rows, reading } of readBatches(store, createContactReader(api))) {
    await planRows(planner, rows, valueOf(reading));
    done += rows.length;
    onRows(done);
  }
  return { org, seats: seats.counts() };
}

interface Planner {
  readonly store: Store;
  readonly places: Places;
  readonly sources: DraftSources;
  readonly words: Words;
  readonly seats: Seats;
  readonly giveNames: GiveNames;
}

interface Batch {
  readonly rows: readonly InputRow[];
  readonly reading: Answer<ContactReading>;
}

async function* readBatches(
  store: Store,
  read: (ids: readonly string[]) => Promise<Answer<ContactReading>>
): AsyncGenerator<Batch, void> {
  const asked: Promise<Batch>[] = [];
  let last = 0;
  for (;;) {
    const rows = store.inputsAfter(last, BATCH);
    last = rows.at(-1)?.row ?? last;
    if (rows.length > 0) asked.push(readBatch(rows, read));
    if (asked.length === 0) return;
    if (asked.length < AHEAD && rows.length > 0) continue;
    const next = await asked.shift();
    if (next !== undefined) yield next;
  }
}

async function readBatch(
  rows: readonly InputRow[],
  read: (ids: readonly string[]) => Promise<Answer<ContactReading>>
): Promise<Batch> {
  const ids = [...new Set(rows.map(({ contactId }) => contactId).filter((id) => id !== ''))];
  return { rows, reading: ids.length === 0 ? EMPTY : await read(ids) };
}

const EMPTY: Answer<ContactReading> = { kind: 'known', value: { contacts: new Map(), users: new Map() } };

function valueOf<Value>(answer: Answer<Value>): Value {
  if (answer.kind === 'known') return answer.value;
  throw new PlanRefused(`The org refused to be read: ${answer.code}: ${answer.message}`);
}

async function planRows(planner: Planner, rows: readonly InputRow[], reading: ContactReading): Promise<void> {
  const decided = rows.map((row) => [row, decide(planner, row, reading)] as const);
  const names = valueOf(
    await planner.giveNames(
      decided.flatMap(([{ row, cells }, { draft }]) =>
        draft === null
          ? []
          : [
              {
                row,
                username: draft.username,
                nickname: draft.nickname,
                isUsernameGiven: wishesOf(cells, planner.places).Username !== ''
              }
            ]
      )
    )
  );
  planner.store.transaction(() => {
    for (const [{ row, contactId }, decision] of decided) {
      const final = withSeat(planner, withNames(planner, decision, names.get(row)));
      planner.store.savePlan(toPlanRow(row, contactId, final));
    }
  });
}

function decide({ store, places, sources, words }: Planner, row: InputRow, reading: ContactReading): Decision {
  const { contactId, cells, problem } = row;
  const base = { outcome: 'blocked', draft: null, profile: undefined, accountId: '', userId: null } as const;
  if (problem !== null) return { ...base, code: 'rowUnusable', sentence: problem };
  const first = store.rowOfContact(contactId);
  if (first !== undefined && first !== row.row) {
    const line = String(store.input(first)?.line ?? first);
    return { ...base, outcome: 'skip', code: 'duplicateRow', sentence: `Line ${line} names this contact already.` };
  }
  const user: ExistingUser | undefined = reading.users.get(contactId);
  const contact = reading.contacts.get(contactId);
  return decideRow({ contactId, contact, user, wishes: wishesOf(cells, places) }, sources, words);
}

function withNames({ words }: Planner, decision: Decision, names: GivenNames | undefined): Decision {
  const { draft, profile, sentence } = decision;
  if (draft === null || names === undefined) return decision;
  if (names.takenUsername !== null) {
    const taken = words.sentenceOf({ code: 'usernameTaken', words: [names.takenUsername, names.username] });
    return { ...decision, outcome: 'blocked', code: 'usernameTaken', draft: null, sentence: taken };
  }
  return {
    ...decision,
    draft: { ...draft, username: names.username, nickname: names.nickname },
    sentence: `Gets ${names.username} with the profile ${profile?.name ?? ''}. ${sentence}`.trim()
  };
}

/** Object reference, User: an active user takes a seat, and one that is made active again does too. */
function withSeat({ seats, words }: Planner, decision: Decision): Decision {
  const needsSeat = decision.outcome === 'enable' || decision.outcome === 'reactivate';
  if (!needsSeat || seats.take(decision.profile)) return decision;
  const name = licenseOf(decision.profile)?.name ?? '';
  return {
    ...decision,
    outcome: 'blocked',
    code: 'seatsTaken',
    draft: null,
    sentence: words.sentenceOf({ code: 'seatsTaken', words: [name] })
  };
}

function toPlanRow(row: number, contactId: string, decision: Decision): PlanRow {
  const { outcome, code, sentence, draft, profile, accountId, userId } = decision;
  return {
    row,
    contactId,
    accountId,
    kind: profile?.kind ?? 'customer',
    profileId: profile?.id ?? '',
    licenseId: licenseOf(profile)?.id ?? '',
    isRoleBased: profile?.isRoleBased ?? false,
    outcome,
    code,
    sentence,
    draft,
    userId
  };
}
