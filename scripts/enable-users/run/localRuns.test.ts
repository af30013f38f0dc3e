import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { exitCodeOf } from '../results/exitCode.ts';
import { summarizeRun } from '../results/runSummary.ts';
import { refusal } from '../transports/orgAnswer.ts';
import { createLocalRuns, type Around, type LocalRuns } from '../testing/localRuns.ts';
import { executeRun } from './executeRun.ts';
import { PLAIN } from '../testing/plannedRun.ts';

const WAIT = { deadline: Infinity, isAsync: false };

let runs: LocalRuns;
afterEach(() => {
  runs.close();
});

async function execute(folder: string, around?: Around) {
  const run = runs.open(folder, around);
  const summary = summarizeRun(run, await executeRun(run, PLAIN, WAIT));
  return { summary, counts: positive(summary.counts), code: exitCodeOf(summary, false), store: run.store };
}

function positive(counts: Readonly<Record<string, number>>): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
}

/** The first such request is carried out, and its answer is lost. */
function losing(pattern: RegExp): Around {
  let isLost = false;
  return (api) => ({
    ...api,
    send: async (method, path, body) => {
      const answer = await api.send(method, path, body);
      if (isLost || !pattern.test(`${method} ${path}`)) return answer;
      isLost = true;
      return refusal('SERVER_UNAVAILABLE', 'x', 503);
    }
  });
}

const lostCreation = (): Around => losing(/^POST .composite.sobjects$/u);

describe('in an org whose users everybody sees', () => {
  beforeEach(() => {
    runs = createLocalRuns('ready', 'System Administrator', 12);
  });

  it('one plan in two folders creates its users once, and the second run names them with their usernames', async () => {
    const lines = ['ContactId', ...runs.contactIds];
    const [first, second] = [await runs.plan(lines), await runs.plan(lines)];
    expect(await execute(first.folder)).toMatchObject({ counts: { created: 12 }, code: 0 });
    const { counts, store } = await execute(second.folder);
    expect(counts).toEqual({ already: 12 });
    const names = [...store.outcomes.all()].map(({ username }) => username);
    const users = runs.localOrg.org.all(runs.localOrg.org.schema.object('User') ?? fail());
    const created = users.filter(({ ContactId }) => runs.contactIds.includes(String(ContactId)));
    expect(names.toSorted()).toEqual(created.map(({ Username }) => String(Username)).toSorted());
    expect(readFileSync(join(second.folder, 'already.csv'), 'utf8')).toContain(names[0]);
  });

  it('users are those of the run where its answer was lost', async () => {
    const { folder } = await runs.plan(['ContactId', ...runs.contactIds]);
    expect(await execute(folder, lostCreation())).toMatchObject({ counts: { created: 12 }, code: 0 });
  });

  it('a contact that was deleted after the plan is told so', async () => {
    const { folder } = await runs.plan(['ContactId', ...runs.contactIds]);
    const { org, people } = runs.localOrg;
    const person = people.find(({ label }) => label === 'System Administrator') ?? fail();
    const id = runs.contactIds[0] ?? '';
    org.transact(person, { allOrNone: true }, (writes) => writes.remove(id));
    const { counts, store } = await execute(folder);
    expect(counts).toEqual({ created: 11, failed: 1 });
    const failed = [...store.outcomes.all()].filter(({ outcome }) => outcome === 'failed');
    expect(failed).toMatchObject([{ code: 'contactDeleted', message: 'entity is deleted' }]);
  });
});

describe('in an org whose users are private', () => {
  beforeEach(() => {
    runs = createLocalRuns('private-users', 'Sales Ops', 12);
  });

  it('the plan says beforehand that a lost answer would leave rows unclear', async () => {
    const { summary } = await runs.plan(['ContactId', ...runs.contactIds]);
    expect(summary.notes.join(' ')).toMatch(/unclear\.csv/u);
  });

  it('a lost answer leaves its rows unclear, with exit code 68 and a file that says what to do', async () => {
    const { folder } = await runs.plan(['ContactId', ...runs.contactIds]);
    expect(await execute(folder, lostCreation())).toMatchObject({ counts: { unclear: 12 }, code: 68 });
    expect(readFileSync(join(folder, 'unclear.csv'), 'utf8')).toMatch(/Resume the run as somebody who sees/u);
    expect(existsSync(join(folder, 'already.csv'))).toBe(false);
  });

  it('users are created where each answer comes', async () => {
    const { folder } = await runs.plan(['ContactId', ...runs.contactIds]);
    expect(await execute(folder)).toMatchObject({ counts: { created: 12 }, code: 0 });
  });
});

describe('users to make active again', () => {
  beforeEach(() => {
    runs = createLocalRuns('ready', 'System Administrator', 6);
  });

  const users = () =>
    runs.localOrg.org
      .all(runs.localOrg.org.schema.object('User') ?? fail())
      .filter(({ ContactId }) => runs.contactIds.includes(String(ContactId)));

  async function planReactivation(): Promise<string> {
    const { folder } = await runs.plan(['ContactId', ...runs.contactIds]);
    await execute(folder);
    for (const { Id } of users()) runs.localOrg.org.amend(Id, { IsActive: false });
    return (await runs.plan(['ContactId', ...runs.contactIds], { reactivate: true })).folder;
  }

  it('are made active', async () => {
    const folder = await planReactivation();
    expect(await execute(folder)).toMatchObject({ counts: { reactivated: 6 }, code: 0 });
    expect(users().every(({ IsActive }) => IsActive === true)).toBe(true);
  });

  it('are not those of the run where somebody else made them active after the plan', async () => {
    const folder = await planReactivation();
    const [one] = users();
    expect(await runs.patchAs('Sales Ops', one?.Id ?? '', { IsActive: true })).toBe(204);
    const { counts, store } = await execute(folder);
    expect(counts).toEqual({ already: 1, reactivated: 5 });
    expect(store.outcomes.all().find(({ outcome }) => outcome === 'already')).toMatchObject({
      userId: one?.Id,
      username: one?.['Username'],
      code: 'userActive'
    });
  });

  it.each([
    ['carried out', 'after' as const, { reactivated: 6 }],
    ['sent', 'before' as const, { reactivated: 6 }]
  ])('are those of the run where it died before it heard that the request was %s', async (_case, when, counts) => {
    const folder = await planReactivation();
    const dying: Around = (api) => ({
      ...api,
      send: async (method, path, body) => {
        if (when === 'after') await api.send(method, path, body);
        throw new Error('killed');
      }
    });
    await expect(execute(folder, dying)).rejects.toThrow('killed');
    expect((await execute(folder)).counts).toEqual(counts);
  });

  it('are unclear where the run died and somebody else changed them since', async () => {
    const folder = await planReactivation();
    const dying: Around = (api) => ({ ...api, send: () => Promise.reject(new Error('killed')) });
    await expect(execute(folder, dying)).rejects.toThrow('killed');
    for (const { Id } of users()) expect(await runs.patchAs('Sales Ops', Id, { IsActive: true })).toBe(204);
    expect(await execute(folder)).toMatchObject({ counts: { unclear: 6 }, code: 68 });
  });
});

function fail(): never {
  throw new Error('Each org has users.');
}
