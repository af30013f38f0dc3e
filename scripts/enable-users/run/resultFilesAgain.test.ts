import { join } from 'node:path';
import { DEFAULT_BOUNDS } from '../input/withBounds.ts';
import { readCsv } from '../input/readCsv.ts';
import { writePasswordsFile } from '../results/passwordsFile.ts';
import { inputColumns } from '../results/resultFiles.ts';
import { summarizeRun } from '../results/runSummary.ts';
import type { PlanOutcome } from '../store/planRows.ts';
import { createLocalRuns, type Around, type LocalRuns } from '../testing/localRuns.ts';
import { PLAIN } from '../testing/plannedRun.ts';
import { refusal } from '../transports/orgAnswer.ts';
import { executeRun } from './executeRun.ts';
import { resetPasswords } from './resetPasswords.ts';

const WAIT = { deadline: Infinity, isAsync: false };
const COLUMNS = ['Contact Id', 'Nickname', 'Alias', 'Username'];

let runs: LocalRuns;
let folder: string;

/** The first creation is carried out without an answer, and the org does not say who this person is. */
function losingTrack(): Around {
  let isLost = false;
  return (api) => ({
    ...api,
    query: (soql) =>
      soql.includes('WHERE Username =') ? Promise.resolve({ kind: 'known', value: [] }) : api.query(soql),
    send: async (method, path, body) => {
      const answer = await api.send(method, path, body);
      if (isLost || method !== 'POST') return answer;
      isLost = true;
      return refusal('SERVER_UNAVAILABLE', 'x', 503);
    }
  });
}

function users() {
  const object = runs.localOrg.org.schema.object('User');
  if (object === undefined) throw new Error('Each org has users.');
  return runs.localOrg.org.all(object).filter(({ ContactId }) => typeof ContactId === 'string' && ContactId !== '');
}

function positive(counts: Readonly<Record<string, number>>): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
}

/** A run whose rows have every outcome that there is. */
beforeAll(async () => {
  runs = createLocalRuns('ready', 'System Administrator', 14);
  const [had = '', inactive = '', ...others] = runs.contactIds;
  const earlier = await runs.plan(['ContactId', had, inactive]);
  await executeRun(runs.open(earlier.folder), PLAIN, WAIT);
  const user = users().find(({ ContactId }) => ContactId === inactive);
  runs.localOrg.org.amend(user?.Id ?? '', { IsActive: false });
  const lines = [had, inactive, ...others].map((id, index) => `${id},=nick${String(index)},"a""${String(index)}",`);
  lines.push(`${others[0] ?? ''},repeated,,`, 'nobody,,,', `${others[1] ?? ''},,,`);
  lines[4] = lines[4]?.replace(/,$/u, ',no name') ?? '';
  const planned = await runs.plan([COLUMNS.join(','), ...lines], { reactivate: true });
  ({ folder } = planned);
  const run = runs.open(folder, losingTrack());
  const end = await executeRun(run, { ...PLAIN, batchSize: 3, limit: 8 }, WAIT);
  expect(summarizeRun(run, end).counts).toEqual({
    created: 5,
    already: 1,
    reactivated: 1,
    skipped: 2,
    blocked: 2,
    failed: 0,
    unclear: 3,
    unprocessed: 3
  });
  await resetPasswords(run, { rate: 60_000, limit: 2 });
  writePasswordsFile(run.store, folder, inputColumns(run.store));
});

afterAll(() => {
  runs.close();
});

it('plan.csv as the input of another plan enables only contacts that have no user', async () => {
  const { summary } = await runs.planFile(join(folder, 'plan.csv'));
  expect(positive(summary.counts)).toEqual({ enable: 3, already: 10, skip: 2, blocked: 2 });
});

describe.each<[string, number, Partial<Record<PlanOutcome, number>>]>([
  ['created', 5, { already: 5 }],
  ['already', 1, { already: 1 }],
  ['reactivated', 1, { already: 1 }],
  ['unclear', 3, { already: 3 }],
  ['passwords', 5, { already: 5 }],
  ['blocked', 2, { blocked: 2 }],
  ['skipped', 2, { already: 2 }],
  ['unprocessed', 3, { enable: 3 }]
])('%s.csv as the input of another plan', (name, rows, decided) => {
  it('has the columns of the first input, and cells as they were', async () => {
    const input = await readCsv(join(folder, `${name}.csv`), { ...DEFAULT_BOUNDS, onNote: () => undefined });
    expect(input.names).toEqual(COLUMNS);
    const read = [];
    for await (const row of input.rows) read.push(row);
    expect(read).toHaveLength(rows);
    for (const { contactId, cells } of read) {
      const place = runs.contactIds.indexOf(contactId);
      if (cells[2] !== '') expect(cells.slice(1, 3)).toEqual([`=nick${String(place)}`, `a"${String(place)}`]);
    }
  });

  it('gives no contact a second user, and every row without one its user', async () => {
    const before = users().length;
    const { folder: again, summary } = await runs.planFile(join(folder, `${name}.csv`));
    expect(summary.rows).toBe(rows);
    expect(positive(summary.counts)).toEqual(decided);
    const run = runs.open(again);
    await executeRun(run, PLAIN, WAIT);
    const contacts = users().map(({ ContactId }) => ContactId);
    expect(new Set(contacts).size).toBe(contacts.length);
    expect(contacts.length - before).toBe(decided.enable ?? 0);
  });
});
