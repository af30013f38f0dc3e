import { known, userAsSeen } from 'c/externalUserRules';
import { createContactReader, type ContactReading } from '../facts/contactQuery.ts';
import { licenseOf, readOrg, type OrgReading } from '../facts/orgFacts.ts';
import { readPicklists } from '../facts/picklists.ts';
import type { Places } from '../input/columns.ts';
import type { OrgAnswer } from '../transports/orgAnswer.ts';
import type { OrgApi } from '../transports/orgApi.ts';
import type { Store } from '../store/store.ts';
import type { InputRow } from '../store/inputRows.ts';
import type { PlanRow } from '../store/planRows.ts';
import { decideRow, type Decision } from './decideRow.ts';
import type { DraftSources } from './draftRow.ts';
import { createNameGiver, type GivenNames, type GiveNames } from './assignNames.ts';
import type { PlanOptions } from './planOptions.ts';
import { createSeats, type SeatCount, type Seats } from './seats.ts';
import { createTally, type Tally } from './tally.ts';
import { wishesOf } from './rowOverrides.ts';
import { readWords, type Words } from './sentences.ts';

/** The org refuses something without which there is no plan. */
export class PlanRefused extends Error {
  override readonly name = 'PlanRefused';
}

export interface Planned {
  readonly org: OrgReading;
  readonly seats: readonly SeatCount[];
  readonly tally: Tally;
}

/** Rows that are read, decided and saved together. At most so many ids fit into one query. */
const BATCH = 2000;
/** Batches whose contacts are asked for while others are decided. */
const AHEAD = 2;

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
  const tally = createTally();
  const planner: Planner = {
    store,
    places,
    sources: { org, picklists, options },
    words: readWords(),
    seats,
    tally,
    giveNames: createNameGiver(api, store)
  };
  let done = 0;
  const finish = async ({ rows, decisions, names }: Decided): Promise<void> => {
    saveRows(planner, rows, decisions, valueOf(await names));
    done += rows.length;
    onRows(done);
  };
  // While the org looks for the names of a batch, the next one is decided.
  let waiting: Decided | undefined;
  for await (const { rows, reading } of readBatches(store, createContactReader(api))) {
    const decided = decideRows(planner, rows, valueOf(reading));
    if (waiting !== undefined) await finish(waiting);
    waiting = decided;
  }
  if (waiting !== undefined) await finish(waiting);
  return { org, seats: seats.counts(), tally };
}

interface Planner {
  readonly store: Store;
  readonly places: Places;
  readonly sources: DraftSources;
  readonly words: Words;
  readonly seats: Seats;
  readonly tally: Tally;
  readonly giveNames: GiveNames;
}

interface Batch {
  readonly rows: readonly InputRow[];
  readonly reading: OrgAnswer<ContactReading>;
}

async function* readBatches(
  store: Store,
  read: (ids: readonly string[]) => Promise<OrgAnswer<ContactReading>>
): AsyncGenerator<Batch, void> {
  const asked: Promise<Batch>[] = [];
  let last = 0;
  for (;;) {
    const rows = store.input.after(last, BATCH);
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
  read: (ids: readonly string[]) => Promise<OrgAnswer<ContactReading>>
): Promise<Batch> {
  const ids = [...new Set(rows.map(({ contactId }) => contactId).filter((id) => id !== ''))];
  return { rows, reading: ids.length === 0 ? EMPTY : await read(ids) };
}

const EMPTY: OrgAnswer<ContactReading> = { kind: 'known', value: { contacts: new Map(), users: known(new Map()) } };

function valueOf<Value>(answer: OrgAnswer<Value>): Value {
  if (answer.kind === 'known') return answer.value;
  throw new PlanRefused(`The org refused to be read: ${answer.code}: ${answer.message}`);
}

/** Rows that wait for their names. */
interface Decided {
  readonly rows: readonly InputRow[];
  /** One for each row. */
  readonly decisions: readonly Decision[];
  readonly names: ReturnType<GiveNames>;
}

function decideRows(planner: Planner, rows: readonly InputRow[], reading: ContactReading): Decided {
  const { store, places, giveNames } = planner;
  const repeated = store.input.repeated(rows[0]?.row ?? 0, rows.at(-1)?.row ?? 0);
  const decisions = rows.map((row) => decide(planner, row, repeated.get(row.row), reading));
  const wishes = rows.flatMap(({ row, cells }, index) => {
    const draft = decisions[index]?.draft ?? null;
    if (draft === null) return [];
    const { username, nickname } = draft;
    return [{ row, username, nickname, isUsernameGiven: wishesOf(cells, places).Username !== '' }];
  });
  const names = giveNames(wishes);
  // Whoever waits for it is told; until then nobody may be.
  names.catch(() => undefined);
  return { rows, decisions, names };
}

function saveRows(
  planner: Planner,
  rows: readonly InputRow[],
  decisions: readonly Decision[],
  names: ReadonlyMap<number, GivenNames>
): void {
  const { store, tally } = planner;
  store.transaction(() => {
    for (const [index, decision] of decisions.entries()) {
      const { row = 0, contactId = '' } = rows[index] ?? {};
      const plan = toPlanRow(row, contactId, withSeat(planner, withNames(planner, decision, names.get(row))));
      store.plan.save(plan);
      tally.add(plan);
    }
  });
}

function decide(
  { sources, places, words }: Planner,
  { contactId, cells, problem }: InputRow,
  firstLine: number | undefined,
  reading: ContactReading
): Decision {
  const base = { outcome: 'blocked', draft: null, profile: undefined, accountId: '', userId: null } as const;
  if (problem !== null) return { ...base, code: 'rowUnusable', sentence: problem };
  if (firstLine !== undefined) {
    const sentence = `Line ${String(firstLine)} names this contact already.`;
    return { ...base, outcome: 'skip', code: 'duplicateRow', sentence };
  }
  const { contacts, users } = reading;
  const contact = contacts.get(contactId);
  const user =
    users.kind === 'known'
      ? userAsSeen(known(users.value.get(contactId) ?? null), sources.org.facts.runningUser)
      : users;
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

/**
 * Object reference, User: an active user takes a seat, and one that is made active again does too. A row that is blocked
 * since no seat is left counts among those that are missing.
 */
function withSeat({ seats, words }: Planner, decision: Decision): Decision {
  const { outcome, code } = decision;
  const needsSeat = outcome === 'enable' || outcome === 'reactivate' || code === 'seatsTaken';
  if (!needsSeat || seats.take(decision.profile) || code === 'seatsTaken') return decision;
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
