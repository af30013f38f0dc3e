import { known, userAsSeen, withSettings, type ExternalUserKind, type OrgFacts } from 'c/externalUserRules';
import { createContactReader, type ContactReading } from '../facts/contactQuery.ts';
import { readOrg, type OrgReading } from '../facts/orgFacts.ts';
import { readPersonContacts } from '../facts/otherIds.ts';
import { readPicklists } from '../facts/picklists.ts';
import type { Places } from '../input/columns.ts';
import type { InputRow } from '../store/inputRows.ts';
import type { Store } from '../store/store.ts';
import type { OrgAnswer } from '../transports/orgAnswer.ts';
import type { OrgApi } from '../transports/orgApi.ts';
import { createNameAssigner, type AssignedNames, type AssignNames } from './assignNames.ts';
import { decideRow, NOTHING, type RowDecision } from './decideRow.ts';
import type { DraftSources } from './draftRow.ts';
import type { PlanOptions } from './planOptions.ts';
import { readBatches, type InputBatch } from './readBatches.ts';
import { toRowOverrides } from './rowOverrides.ts';
import { createSeats, type SeatCount, type Seats } from './seats.ts';
import { readSentences, type Sentences } from './sentences.ts';
import { createTally, type Tally } from './tally.ts';
import { toPlanRow } from './toPlanRow.ts';

/** The org refused a query without which there is no plan. */
export class PlanRefused extends Error {
  override readonly name = 'PlanRefused';
}

export interface Planned {
  readonly org: OrgReading;
  readonly seats: readonly SeatCount[];
  readonly tally: Tally;
}

/** Decides every row of the input, in its order. Changes nothing in the org. `onRows` hears how many rows are done. */
export async function makePlan(
  api: OrgApi,
  store: Store,
  places: Places,
  options: PlanOptions,
  onRows: (done: number) => void = () => undefined
): Promise<Planned> {
  const readContacts = createContactReader(api, options);
  const reading = readOrg(api);
  // While the org answers.
  const sentences = readSentences();
  const org = await reading;
  const hasLocales = places.has('TimeZone') || places.has('Locale') || places.has('Language');
  const picklists = hasLocales ? await readPicklists(api) : new Map();
  const seats = createSeats();
  const tally = createTally();
  const planner: Planner = {
    store,
    places,
    sources: { org: { ...org, facts: withDefaultKind(org.facts, options.kind) }, picklists, options },
    sentences,
    seats,
    tally,
    assignNames: createNameAssigner(api, store)
  };
  let done = 0;
  const finish = async ({ rows, decisions, names }: DecidedBatch): Promise<void> => {
    saveBatch(planner, rows, decisions, valueOf(await names));
    done += rows.length;
    onRows(done);
  };
  // The next batch is decided while the org looks for the names of this one.
  let waiting: DecidedBatch | undefined;
  const readPersons = (ids: readonly string[]): Promise<ReadonlyMap<string, string>> => readPersonContacts(api, ids);
  for await (const batch of readBatches(store.input, readContacts, readPersons)) {
    const decided = decideBatch(planner, batch, valueOf(batch.reading));
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
  readonly sentences: Sentences;
  readonly seats: Seats;
  readonly tally: Tally;
  readonly assignNames: AssignNames;
}

/** `kind` decides which of the org's default profiles a row gets that names none. */
function withDefaultKind(facts: OrgFacts, kind: ExternalUserKind | null): OrgFacts {
  return kind === null ? facts : withSettings(facts, { defaultKind: kind });
}

function valueOf<Value>(answer: OrgAnswer<Value>): Value {
  if (answer.kind === 'known') return answer.value;
  throw new PlanRefused(`The org refused to be read: ${answer.code}: ${answer.message}`);
}

/** Rows that wait for their names. */
interface DecidedBatch {
  readonly rows: readonly InputRow[];
  /** One for each row. */
  readonly decisions: readonly RowDecision[];
  readonly names: ReturnType<AssignNames>;
}

function decideBatch(planner: Planner, { rows, personContacts }: InputBatch, reading: ContactReading): DecidedBatch {
  const { store, assignNames } = planner;
  const repeated = store.input.repeated(rows[0]?.row ?? 0, rows.at(-1)?.row ?? 0);
  const decisions = rows.map((row) =>
    row.problem === null
      ? decide(planner, row, repeated.get(row.row), reading)
      : { ...NOTHING, code: 'rowUnusable', sentence: sentenceOfProblem(row.problem, personContacts.get(row.accountId)) }
  );
  const requests = rows.flatMap(({ row }, index) => {
    const draft = decisions[index]?.draft ?? null;
    return draft === null ? [] : [{ row, username: draft.username, nickname: draft.nickname }];
  });
  const names = assignNames(requests);
  // `finish` throws the error later. Without a handler until then, Node would end the process.
  names.catch(() => undefined);
  return { rows, decisions, names };
}

function decide(
  { sources, places, sentences }: Planner,
  { contactId, cells, fields }: InputRow,
  firstLine: number | undefined,
  { contacts, users, deleted }: ContactReading
): RowDecision {
  const contact = contacts.get(contactId);
  if (firstLine !== undefined) {
    const sentence = `Line ${String(firstLine)} names this contact already.`;
    return { ...NOTHING, outcome: 'skip', code: 'duplicateRow', contactName: contact?.name ?? '', sentence };
  }
  const user =
    users.kind === 'known'
      ? userAsSeen(known(users.value.get(contactId) ?? null), sources.org.facts.runningUser)
      : users;
  const overrides = toRowOverrides(cells, places);
  return decideRow(
    { contactId, contact, user, deleted: deleted.get(contactId), overrides, fields },
    sources,
    sentences
  );
}

/** `personContact`: of the account whose id the row has; empty for an account that is no person's, and undefined if unknown. */
function sentenceOfProblem(problem: string, personContact: string | undefined): string {
  if (personContact === undefined) return problem;
  return personContact === ''
    ? `${problem} This account is no person account: give the ids of its contacts.`
    : `${problem} That of this account is ${personContact}.`;
}

function saveBatch(
  planner: Planner,
  rows: readonly InputRow[],
  decisions: readonly RowDecision[],
  names: ReadonlyMap<number, AssignedNames>
): void {
  const { store, tally } = planner;
  store.transaction(() => {
    for (const [index, row] of rows.entries()) {
      const decision = decisions[index];
      if (decision === undefined) continue;
      const plan = toPlanRow(row, decision, names.get(row.row), planner);
      store.plan.save(plan);
      tally.add(plan);
    }
  });
}
