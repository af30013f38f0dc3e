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
}

/** The rows of the input in their order, with their contacts as the org has them. */
export async function* readBatches(input: InputRows, read: ReadContacts): AsyncGenerator<InputBatch, void> {
  const asked: Promise<InputBatch>[] = [];
  let last = 0;
  for (;;) {
    const rows = input.after(last, ROWS_IN_A_BATCH);
    last = rows.at(-1)?.row ?? last;
    if (rows.length > 0) asked.push(readBatch(rows, read));
    if (asked.length === 0) return;
    if (asked.length < AHEAD && rows.length > 0) continue;
    const next = await asked.shift();
    if (next !== undefined) yield next;
  }
}

async function readBatch(rows: readonly InputRow[], read: ReadContacts): Promise<InputBatch> {
  const ids = [...new Set(rows.map(({ contactId }) => contactId).filter((id) => id !== ''))];
  return { rows, reading: ids.length === 0 ? EMPTY : await read(ids) };
}

const EMPTY: OrgAnswer<ContactReading> = known({ contacts: new Map(), users: fact(new Map()) });
