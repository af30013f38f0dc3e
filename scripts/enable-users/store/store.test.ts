import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from './database.ts';
import { ForeignStore, openStore, STORE_FILE, type Store } from './store.ts';
import type { PlanRow } from './planRows.ts';

describe('the store of a run', () => {
  let folder: string;
  let store: Store;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'store-'));
    store = openStore(folder);
  });

  afterEach(() => {
    store.close();
    rmSync(folder, { recursive: true });
  });

  function reopen(): void {
    store.close();
    store = openStore(folder);
  }

  const planned: PlanRow = {
    row: 1,
    contactId: '003000000000001AAA',
    contactName: "Ann O'Neill",
    accountId: '001B',
    accountName: 'Acme',
    kind: 'partner',
    profileId: '00e1',
    profileName: 'Acme Partner',
    licenseId: '1001',
    isRoleBased: true,
    outcome: 'enable',
    code: 'ready',
    sentence: 'Is created.',
    draft: {
      kind: 'partner',
      profileId: '00e1',
      username: 'ann@acme.example',
      email: 'ann@acme.example',
      alias: 'ann',
      nickname: 'ann',
      firstName: '',
      lastName: "O'Neill",
      timeZone: 'Europe/Oslo',
      locale: 'nb_NO',
      language: 'no',
      emailEncoding: 'UTF-8',
      portalRole: 'Manager',
      permissionSetIds: ['0PS1']
    },
    fields: { Department: 'Sales', IsX: true, Age: 1.5 },
    userId: null,
    holderUsername: '',
    givenNames: ['username'],
    deviations: [{ code: 'notApplied', sentence: 'x' }]
  };

  it('refuses a folder whose tables are those of another version', () => {
    store.close();
    const older = mkdtempSync(join(tmpdir(), 'store-'));
    const database = openDatabase(join(older, STORE_FILE));
    database.run('CREATE TABLE chunks (id INTEGER PRIMARY KEY)');
    database.close();
    expect(() => openStore(older)).toThrow(ForeignStore);
    store = openStore(folder);
    rmSync(older, { recursive: true });
  });

  it('has what was read, planned, sent and answered, also after it was closed and opened again', () => {
    const row = {
      row: 1,
      line: 2,
      contactId: planned.contactId,
      accountId: '',
      fields: { A: 1 },
      cells: ['a', '"b"\n,'],
      problem: null
    };
    const result = {
      row: 1,
      outcome: 'created',
      userId: '0051',
      username: 'ann@acme.example',
      code: '',
      message: ''
    } as const;
    store.setMeta('orgUrl', 'https://acme.example');
    store.input.add(row);
    store.plan.save(planned);
    const sending = { senderId: '005S', earliest: 1_796_000_000_000, latest: 1_796_000_600_000 };
    const sent = { row: 1, attempt: 1, username: 'ann@acme.example', nickname: 'ann' };
    const id = store.batches.prepare({ transport: 'bulk', stage: 'firstUsers', sending }, [sent]);
    store.batches.mark(id, 'sent', '750x');
    store.outcomes.save(result);
    reopen();
    expect(store.meta('orgUrl')).toBe('https://acme.example');
    expect(store.input.after(0, 10)).toEqual([row]);
    expect([...store.plan.all()]).toEqual([planned]);
    expect(store.batches.unfinished()).toEqual([
      { id, transport: 'bulk', jobId: '750x', stage: 'firstUsers', state: 'sent', sending }
    ]);
    expect([...store.batches.plans(id)]).toEqual([[planned, sent]]);
    expect(store.batches.rowCount(id)).toBe(1);
    expect(store.batches.jobIds()).toEqual(['750x']);
    expect([...store.outcomes.all()]).toEqual([result]);
    expect(store.outcomes.counts()).toEqual({ created: 1 });
  });

  it('knows the requests of a row to which no answer came', () => {
    const sending = { senderId: null, earliest: 1, latest: 2 };
    for (const row of [1, 2, 3]) store.plan.save({ ...planned, row, contactId: `003${String(row)}` });
    const rows = [1, 2, 3].map((row) => ({ row, attempt: 1, username: `u${String(row)}@acme.example`, nickname: 'n' }));
    const id = store.batches.prepare({ transport: 'collections', stage: 'users', sending }, rows);
    const [first, second] = rows;
    if (first === undefined || second === undefined) throw new Error('There are three rows.');
    store.outcomes.save({ row: 1, outcome: 'failed', userId: null, username: '', code: 'tooLong', message: '' });
    store.pending.saveRetry({ ...second, code: 'locked', message: '' });
    store.batches.openUnanswered(id);
    expect([1, 2, 3].map((row) => store.batches.openSends(row))).toEqual([
      [],
      [],
      [{ username: 'u3@acme.example', senderId: null, from: 1, to: 2, hasAnswer: false }]
    ]);
  });

  it('keeps nothing of a transaction that failed', () => {
    expect(() =>
      store.transaction(() => {
        store.setMeta('plan', '1');
        throw new Error('no');
      })
    ).toThrow('no');
    expect(store.meta('plan')).toBeNull();
  });

  it('lists the rows to send by account', () => {
    const rows = [planned, { ...planned, row: 2, accountId: '001A' }, { ...planned, row: 3 }];
    for (const row of [...rows, { ...planned, row: 4, outcome: 'blocked' as const }]) store.plan.save(row);
    expect([...store.pending.rows('users', null)].map(({ row }) => row)).toEqual([2, 1, 3]);
    expect(store.pending.count(null)).toBe(3);
  });

  it('lists the first two role-based users of each account that are left', () => {
    const role = { ...planned, isRoleBased: true };
    for (const row of [5, 4, 3, 2]) store.plan.save({ ...role, row });
    for (const row of [1, 6, 7]) store.plan.save({ ...role, row, accountId: '001A' });
    store.plan.save({ ...planned, row: 8, accountId: '0010', isRoleBased: false });
    const first = () => [...store.pending.rows('firstUsers', null)].map(({ row }) => row);
    const others =
      planned.accountId < '001A'
        ? [
            [2, 3, 1, 6],
            [3, 4, 1, 6]
          ]
        : [
            [1, 6, 2, 3],
            [1, 6, 3, 4]
          ];
    expect(first()).toEqual(others[0]);
    store.outcomes.save({ row: 2, outcome: 'created', userId: null, username: '', code: '', message: '' });
    expect(first()).toEqual(others[1]);
  });

  it('lets one row only claim a name; case does not count', () => {
    expect(store.names.claim('username', 'Ann@acme.example', 1)).toBe(true);
    expect(store.names.claim('username', 'ann@ACME.example', 2)).toBe(false);
    expect(store.names.claim('username', 'ann@acme.example', 1)).toBe(true);
    expect(store.names.claim('nickname', 'ann@acme.example', 2)).toBe(true);
  });

  it('can be written while rows of it are being read', () => {
    for (const row of [1, 2, 3]) store.plan.save({ ...planned, row });
    for (const { row } of store.pending.rows('users', null)) {
      store.transaction(() => {
        store.outcomes.save({ row, outcome: 'created', userId: null, username: '', code: '', message: '' });
      });
    }
    expect(store.outcomes.counts()).toEqual({ created: 3 });
  });
});
