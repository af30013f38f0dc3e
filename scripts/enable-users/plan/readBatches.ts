import { known as fact } from 'c/externalUserRules';
import { known } from 'sf-cli/answer';
import type { ContactReading, ReadContacts } from '../facts/contactQuery.ts';
import type { InputRow, InputRows } from '../store/inputRows.ts';
import type { OrgAnswer } from '../transports/orgAnswer.ts';

/** Rows that are read, decided and saved together. The ids of more rows don't fit into one query. */
const ROWS_IN_A_BATCH = 2000;
/** How many batches have their contacts read while earlier rows are decided. */
const AHEAD = 2;

export interface InputBatch {
  readonly rows: readonly InputRow[];
  readonly reading: OrgAnswer<ContactReading>;
  /** By the account ids of rows that name no contact: the contact of a person, or none. */
  readonly personContacts: ReadonlyMap<string, string>;
}

export type ReadPersonContacts = (accountIds: readonly string[]) => Promise<ReadonlyMap<string, string>>;

/** The rows of the input in their order, with their contacts as the org has them. */
export async function* readBatches(
  input: InputRows,
  read: ReadContacts,
  readPersons: ReadPersonContacts
): AsyncGenerator<InputBatch, void> {
  const asked: Promise<InputBatch>[] = [];
  let last = 0;
  for (;;) {
    const rows = input.after(last, ROWS_IN_A_BATCH);
    last = rows.at(-1)?.row ?? last;
    if (rows.length > 0) asked.push(readBatch(rows, read, readPersons));
    if (asked.length === 0) return;
    if (asked.length < AHEAD && rows.length > 0) continue;
    const next = await asked.shift();
    if (next !== undefined) yield next;
  }
}

async function readBatch(
  rows: readonly InputRow[],
  read: ReadContacts,
  readPersons: ReadPersonContacts
): Promise<InputBatch> {
  const ids = distinct(rows.map(({ contactId }) => contactId));
  const accountIds = distinct(rows.map(({ accountId }) => accountId));
  const reading = ids.length === 0 ? EMPTY : await read(ids);
  return { rows, reading, personContacts: accountIds.length === 0 ? new Map() : await readPersons(accountIds) };
}

function distinct(ids: readonly string[]): readonly string[] {
  return [...new Set(ids)].filter((id) => id !== '');
}

const EMPTY: OrgAnswer<ContactReading> = known({ contacts: new Map(), users: fact(new Map()), deleted: new Map() });
