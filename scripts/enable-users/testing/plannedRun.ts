import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { silent } from '../run/progress.ts';
import type { Clock } from '../transports/clock.ts';
import type { RunOptions } from '../run/runOptions.ts';
import type { RunContext } from '../run/openRun.ts';
import { openDatabase, type Database } from '../store/database.ts';
import { openStore, STORE_FILE, type Store } from '../store/store.ts';
import { createOrgClock } from '../transports/orgClock.ts';
import { transportFor } from '../transports/transportFor.ts';
import type { WriteApi } from '../transports/writeApi.ts';
import type { PlanRow } from '../store/planRows.ts';

export const PLAIN: RunOptions = {
  welcomeEmail: 'keep',
  limit: null,
  batchSize: null
};

/** The person who runs it. */
export const SENDER = { id: '005000000000SENDER', username: 'ops@acme.example' };

/** The id of a row's contact, with 18 characters. */
export function contactId(row: number): string {
  return `003${String(row).padStart(12, '0')}AAA`;
}

/** A contact of one of ten accounts, who gets a customer user. */
export function planRow(row: number, more: Partial<PlanRow> = {}): PlanRow {
  const username = `user${String(row)}@acme.example`;
  return {
    row,
    contactId: contactId(row),
    contactName: `User ${String(row)}`,
    accountId: `001${String(row % 10).padStart(12, '0')}AAA`,
    accountName: `Account ${String(row % 10)}`,
    kind: 'customer',
    profileId: '00e000000000001AAA',
    profileName: 'Acme Customer',
    licenseId: '100000000000001AAA',
    isRoleBased: false,
    outcome: 'enable',
    code: '',
    sentence: '',
    draft: {
      kind: 'customer',
      profileId: '00e000000000001AAA',
      username,
      email: username,
      alias: 'user',
      nickname: `user${String(row)}`,
      firstName: '',
      lastName: `User ${String(row)}`,
      timeZone: 'Europe/Oslo',
      locale: 'nb_NO',
      language: 'no',
      emailEncoding: 'UTF-8',
      portalRole: '',
      permissionSetIds: []
    },
    fields: {},
    userId: null,
    holderUsername: '',
    givenNames: [],
    deviations: [],
    ...more
  };
}

/** What may differ from one process to the next. */
export interface ProcessOfRun {
  /** What runs of the machine share. */
  readonly stateFolder: string;
  readonly openDatabase: (path: string) => Database;
  readonly transportFor: RunContext['transportFor'];
}

/** A folder with a plan of these rows; each `open` is a new process that goes on with it. */
export interface PlannedRun {
  readonly folder: string;
  open(api: WriteApi, clock: Clock, around?: Partial<ProcessOfRun>): RunContext;
  remove(): void;
}

export function createPlannedRun(
  rows: readonly PlanRow[],
  cellsOf = ({ contactId }: PlanRow) => [contactId]
): PlannedRun {
  const folder = mkdtempSync(join(tmpdir(), 'enable-users-'));
  const opened: Store[] = [];
  const open = (openFile = openDatabase): Store => {
    for (const store of opened.splice(0)) store.close();
    const store = openStore(folder, STORE_FILE, openFile);
    opened.push(store);
    return store;
  };
  const store = open();
  store.transaction(() => {
    for (const plan of rows) {
      store.input.add({
        row: plan.row,
        line: plan.row + 1,
        contactId: plan.contactId,
        accountId: '',
        fields: plan.fields,
        cells: cellsOf(plan),
        problem: null
      });
      store.plan.save(plan);
      if (plan.draft !== null) {
        store.names.claim('username', plan.draft.username, plan.row);
        store.names.claim('nickname', plan.draft.nickname, plan.row);
      }
    }
  });
  return {
    folder,
    open: (
      api,
      clock,
      { openDatabase: openFile, transportFor: choose = transportFor, stateFolder = join(folder, 'state') } = {}
    ) => ({
      store: open(openFile),
      folder,
      stateFolder,
      username: SENDER.username,
      api,
      orgClock: () => {
        const [now, date] = [clock.now(), clock.date().getTime()];
        return createOrgClock({ time: date, askedAt: now, answeredAt: now, date }, clock);
      },
      clock,
      progress: silent,
      transportFor: choose
    }),
    remove: () => {
      for (const one of opened) one.close();
      rmSync(folder, { recursive: true });
    }
  };
}
