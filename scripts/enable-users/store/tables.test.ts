import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { contactId, planRow } from '../testing/plannedRun.ts';
import { openDatabase } from './database.ts';
import { lockFolder } from './folderLock.ts';
import type { OutcomeRow } from './outcomeRows.ts';
import type { PlanRow } from './planRows.ts';
import { stateFolderOf } from './stateFolder.ts';
import { openStore, STORE_FILE, type Store } from './store.ts';
import { openWelcomeEmailRecord } from './welcomeEmailRecord.ts';

let folder: string;
let store: Store;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tables-'));
  store = openStore(folder);
});

afterEach(() => {
  store.close();
  rmSync(folder, { recursive: true });
});

const SENDING = { senderId: '0051', earliest: 1, latest: 2 };
const sent = (row: number) => ({ row, attempt: 1, username: `user${String(row)}@acme.example`, nickname: 'n' });

function plan(...rows: readonly PlanRow[]): void {
  for (const row of rows) {
    const { contactId: contact } = row;
    store.input.add({
      row: row.row,
      line: row.row + 1,
      contactId: contact,
      accountId: '',
      fields: {},
      cells: [contact],
      problem: null
    });
    store.plan.save(row);
  }
}

function end(row: number, outcome: OutcomeRow['outcome'], more: Partial<OutcomeRow> = {}): void {
  store.outcomes.save({ row, outcome, userId: `005${String(row)}`, username: 'u', code: '', message: '', ...more });
}

const NO_NAMES = { contactName: '', accountName: '', username: '', profileName: '' };

describe('planned rows', () => {
  const draft = planRow(1).draft;
  const partner = planRow(1, {
    kind: 'partner',
    isRoleBased: true,
    code: 'ready',
    sentence: 'Is created.',
    userId: '0059',
    holderUsername: 'held@acme.example',
    draft: draft === null ? null : { ...draft, kind: 'partner', firstName: 'Ann', portalRole: 'Manager' }
  });

  it('are read as they were saved, with and without a user to create', () => {
    const rows = [partner, planRow(2), planRow(3, { outcome: 'blocked', draft: null })];
    plan(...rows);
    expect([...store.plan.all()]).toEqual(rows);
  });

  it('have what the plan says beside their cells, also where the plan has no such row', () => {
    plan(partner);
    store.input.add({
      row: 2,
      line: 3,
      contactId: '',
      accountId: '',
      fields: {},
      cells: ['nobody'],
      problem: 'No id.'
    });
    expect([...store.plan.withCells()]).toEqual([
      {
        cells: [contactId(1)],
        contactName: 'User 1',
        accountName: 'Account 1',
        username: partner.draft?.username,
        profileName: 'Acme Customer',
        outcome: 'enable',
        code: 'ready',
        sentence: 'Is created.',
        deviations: []
      },
      { cells: ['nobody'], ...NO_NAMES, outcome: '', code: '', sentence: '', deviations: [] }
    ]);
  });

  it('have the username of the user that the contact has, where none is created', () => {
    plan(planRow(1, { outcome: 'already', draft: null, holderUsername: 'held@acme.example' }));
    expect([...store.plan.withCells()].map(({ username }) => username)).toEqual(['held@acme.example']);
  });

  it('count each account with a role-based user once', () => {
    const roles = { isRoleBased: true, accountId: '001A' };
    plan(planRow(1, roles), planRow(2, roles), planRow(3), planRow(4, { isRoleBased: true, outcome: 'skip' }));
    expect(store.plan.roleBasedAccountCount()).toBe(1);
  });

  it('count at most two role-based users of each account as its first ones', () => {
    const roles = { isRoleBased: true, accountId: '001A' };
    plan(
      planRow(1, roles),
      planRow(2, roles),
      planRow(3, roles),
      planRow(4, { ...roles, accountId: '001B' }),
      planRow(5)
    );
    expect(store.plan.roleBasedRowCount(2)).toBe(3);
  });
});

describe('rows of the input', () => {
  it('are counted, keep their problem, and name the line that named their contact first', () => {
    const row = (number: number, contact: string, problem: string | null = null) => {
      store.input.add({
        row: number,
        line: number + 1,
        contactId: contact,
        accountId: '',
        fields: {},
        cells: [contact],
        problem
      });
    };
    row(1, 'A');
    row(2, '', 'No id.');
    row(3, 'A');
    row(4, '', 'No id.');
    row(5, 'A');
    expect(store.input.count()).toBe(5);
    expect(store.input.after(1, 1)).toEqual([
      { row: 2, line: 3, contactId: '', accountId: '', fields: {}, cells: [''], problem: 'No id.' }
    ]);
    expect([...store.input.repeated(1, 4)]).toEqual([[3, 2]]);
    expect([...store.input.repeated(4, 5)]).toEqual([[5, 2]]);
  });
});

describe('outcomes', () => {
  it('of rows that need no request are those of the plan and of the input', () => {
    plan(
      planRow(1),
      planRow(2, { outcome: 'already', userId: '0059', holderUsername: 'h', code: 'userActive', sentence: 'Held.' }),
      planRow(3, { outcome: 'skip', code: 'duplicateRow' }),
      planRow(4, { outcome: 'blocked', code: 'emailMissing' })
    );
    store.input.add({ row: 5, line: 6, contactId: '', accountId: '', fields: {}, cells: [''], problem: 'No id.' });
    end(4, 'unprocessed');
    store.outcomes.forgetUnprocessed();
    store.outcomes.saveOfPlan();
    expect(store.outcomes.get(2)).toEqual({
      row: 2,
      outcome: 'already',
      userId: '0059',
      username: 'h',
      code: 'userActive',
      message: 'Held.'
    });
    expect([...store.outcomes.all()].map(({ row, outcome, code }) => [row, outcome, code])).toEqual([
      [2, 'already', 'userActive'],
      [3, 'skipped', 'duplicateRow'],
      [4, 'blocked', 'emailMissing'],
      [5, 'blocked', 'input']
    ]);
    store.outcomes.forget(2);
    expect(store.outcomes.get(2)).toBeUndefined();
  });
});

describe('permission sets', () => {
  it('are pending for users of the run until they are assigned or refused', () => {
    const { draft } = planRow(1);
    const wanted = { draft: draft === null ? null : { ...draft, permissionSetIds: ['0PS1', '0PS2'] } };
    plan(planRow(1, wanted), planRow(2, wanted), planRow(3, wanted));
    end(1, 'created', { userId: '0051' });
    end(2, 'already');
    const first = { row: 1, userId: '0051', permissionSetId: '0PS1' };
    const second = { ...first, permissionSetId: '0PS2' };
    expect([...store.assignments.pending()]).toEqual([first, second]);
    store.assignments.save(first, null);
    expect([...store.assignments.pending()]).toEqual([second]);
    store.assignments.save(second, 'needs another license');
    expect(store.assignments.pendingCount()).toBe(0);
    expect(store.assignments.refusedUserCount()).toBe(0);
    end(1, 'created', { userId: '0051', code: 'permissionSetRefused' });
    expect(store.assignments.refusedUserCount()).toBe(1);
    expect(store.newMembers.after(0, 10)).toEqual([
      { row: 1, userId: '0051', parentIds: ['00e000000000001AAA', '0PS1'] }
    ]);
    expect(store.newMembers.after(1, 10)).toEqual([]);
  });
});

describe('other changes of the plan', () => {
  it('are listed once, by account, as long as their rows have no outcome', () => {
    const toEnable = { code: 'partnerAccountNotEnabled', accountId: '001B' };
    const inactive = (row: number, accountId: string) =>
      planRow(row, { outcome: 'reactivate', userId: `005${String(row)}`, accountId, draft: null });
    plan(planRow(1, toEnable), planRow(2, toEnable), planRow(3, { ...toEnable, accountId: '001A' }), planRow(4));
    plan(inactive(5, '001B'), inactive(6, '001A'));
    const { changes, batches } = store;
    expect([changes.partnerAccountCount(), ...changes.partnerAccounts()]).toEqual([2, '001A', '001B']);
    expect([changes.inactiveUserCount(), changes.inactiveUsers(1)]).toEqual([2, [{ row: 6, userId: '0056' }]]);
    const id = batches.prepare({ transport: 'collections', stage: 'users', sending: SENDING }, [sent(5)]);
    expect(changes.inactiveUsersOf(id)).toEqual([{ row: 5, userId: '0055' }]);
    for (const row of [1, 2, 3, 5, 6]) end(row, 'failed');
    expect([changes.partnerAccountCount(), changes.inactiveUserCount()]).toEqual([0, 0]);
  });
});

describe('batches', () => {
  it('know whether there is any, and when their request went out', () => {
    plan(planRow(1));
    expect(store.batches.isEmpty()).toBe(true);
    const id = store.batches.prepare({ transport: 'bulk', stage: 'users', sending: SENDING }, [sent(1)]);
    expect(store.batches.isEmpty()).toBe(false);
    store.batches.saveSending(id, { senderId: '0052', earliest: 3, latest: 4 });
    store.batches.openUnanswered(id);
    expect(store.batches.openSends(1)).toMatchObject([{ senderId: '0052', from: 3, to: 4, hasAnswer: false }]);
  });

  it('leave the rows of a failed job unprocessed that have no outcome', () => {
    plan(planRow(1), planRow(2));
    const id = store.batches.prepare({ transport: 'bulk', stage: 'users', sending: SENDING }, [sent(1), sent(2)]);
    end(1, 'created');
    expect(store.unanswered.ofContact(id, contactId(9))).toBeUndefined();
    store.unanswered.leaveUnprocessed(id, 'The job has failed.');
    expect([...store.outcomes.all()].map(({ outcome, message }) => [outcome, message])).toEqual([
      ['created', ''],
      ['unprocessed', 'The job has failed.']
    ]);
  });
});

describe('pending rows', () => {
  it('know how long their lines may be', () => {
    plan(planRow(1));
    expect([...store.pending.rows('users', null)][0]?.bytes).toBeGreaterThan(200);
  });
});

describe('names', () => {
  it('are free again for another row after they were released; case does not count', () => {
    store.names.claim('username', 'Ann', 1);
    store.names.release('username', 'ANN');
    expect(store.names.claim('username', 'ann', 2)).toBe(true);
  });
});

it('A store whose tables hold another word than the command writes is damaged.', () => {
  plan(planRow(1));
  const database = openDatabase(join(folder, STORE_FILE));
  database.run("UPDATE plan SET outcome = 'maybe'");
  database.close();
  expect(() => [...store.plan.all()]).toThrow(/run\.db holds maybe as outcome: it is damaged/u);
});

it('The lock of a folder has one holder at a time.', () => {
  const lock = lockFolder(folder);
  expect(lock).not.toBeNull();
  expect(lockFolder(folder)).toBeNull();
  lock?.release();
  const next = lockFolder(folder);
  expect(next).not.toBeNull();
  next?.release();
  expect(() => lockFolder(join(folder, 'gone'))).toThrow();
});

it('The record of welcome email keeps sites and runs, for its user alone, and one process at a time opens it.', () => {
  const state = join(folder, 'a', 'state');
  const record = openWelcomeEmailRecord(state);
  if (record === null) throw new Error('Nobody else has it open.');
  expect(openWelcomeEmailRecord(state)).toBeNull();
  record.addSites([
    { id: '0DB2', name: 'Partners' },
    { id: '0DB1', name: 'Help' }
  ]);
  record.join('/run/1');
  record.join('/run/2');
  record.leave('/run/1');
  record.close();
  const again = openWelcomeEmailRecord(state);
  expect(again?.owners()).toEqual(['/run/2']);
  expect(again?.sites()).toEqual([
    { id: '0DB1', name: 'Help' },
    { id: '0DB2', name: 'Partners' }
  ]);
  again?.forgetSites();
  expect(again?.sites()).toEqual([]);
  again?.close();
  expect(statSync(state).mode & 0o777).toBe(0o700);
});

it.each([
  [{ XDG_STATE_HOME: '/state', LOCALAPPDATA: '/local' }, '/state/external-user-enabler/00D1'],
  [{ LOCALAPPDATA: '/local' }, '/local/external-user-enabler/00D1'],
  [{}, '/.local/state/external-user-enabler/00D1']
])('What this machine knows of an org lies where its user keeps such things: %j', (environment, end) => {
  expect(stateFolderOf('00D1', environment).endsWith(end)).toBe(true);
});

it('A transaction within another one is part of it, and the disk is waited for as long as the store is durable.', () => {
  expect(() =>
    store.transaction(() => {
      store.batches.prepare({ transport: 'bulk', stage: 'users', sending: SENDING }, [sent(1)]);
      throw new Error('no');
    })
  ).toThrow('no');
  expect(store.batches.isEmpty()).toBe(true);
  const database = openDatabase(join(folder, 'other.db'));
  const durability = (): unknown => database.first('PRAGMA synchronous')?.['synchronous'];
  const seen = [durability()];
  database.setDurable(false);
  seen.push(durability());
  database.setDurable(true);
  seen.push(durability());
  database.close();
  // 0 is OFF and 2 is FULL (SQLite, "PRAGMA synchronous").
  expect(seen).toEqual([2, 0, 2]);
});

it('A row of the input keeps the account that it names.', () => {
  const row = { row: 1, line: 2, contactId: contactId(1), accountId: '001B', fields: {}, cells: [], problem: null };
  store.input.add(row);
  expect(store.input.after(0, 1)).toEqual([row]);
});
