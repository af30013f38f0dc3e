import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { createLocalOrg, type LocalOrg } from 'sfdx-local-org';
import { planFolder } from '../commands/planFolder.ts';
import type { PlanOptions } from '../plan/planOptions.ts';
import type { PlanSummary } from '../report/planSummary.ts';
import type { OpenRun } from '../run/openRun.ts';
import { silent } from '../run/progress.ts';
import { openStore, type Store } from '../store/store.ts';
import { createOrgApi } from '../transports/orgApi.ts';
import { createOrgClient } from '../transports/orgClient.ts';
import { transportFor } from '../transports/transportFor.ts';
import { createWriteApi, type WriteApi } from '../transports/writeApi.ts';
import { OPTIONS } from './smallOrg.ts';
import { createTestClock } from './testClock.ts';

const URL_OF_TESTS = 'https://acme.example';

/** Changes what a process of a run hears of the org. */
export type Around = (api: WriteApi) => WriteApi;

/** Plans and runs against a local org in this process, each in a folder of its own. */
export interface LocalRuns {
  readonly localOrg: LocalOrg;
  /** Ids of additional contacts. */
  readonly contactIds: readonly string[];
  /** Plans a file of these lines; answers the new run folder. */
  plan(lines: readonly string[], options?: Partial<PlanOptions>): Promise<{ folder: string; summary: PlanSummary }>;
  planFile(path: string, options?: Partial<PlanOptions>): Promise<{ folder: string; summary: PlanSummary }>;
  /** Another person changes a user; answers the HTTP status. */
  patchAs(person: string, userId: string, fields: Readonly<Record<string, boolean>>): Promise<number>;
  /** A new process that goes on with a run. */
  open(folder: string, around?: Around): OpenRun;
  close(): void;
}

export function createLocalRuns(starting: string, label: string, contacts: number): LocalRuns {
  const population = { accounts: 5, contacts, partnerEvery: 0, seats: { 'Customer Community': 1000 } };
  const localOrg = createLocalOrg({
    org: starting,
    seed: 1,
    hasControlRoutes: false,
    url: () => URL_OF_TESTS,
    population
  });
  const personOf = (name: string): LocalOrg['people'][number] =>
    localOrg.people.find((one) => one.label === name) ?? fail(`There is no ${name} in ${starting}.`);
  const person = personOf(label);
  const session = { url: URL_OF_TESTS, accessToken: () => person.accessToken, refresh: () => Promise.resolve() };
  const root = mkdtempSync(join(tmpdir(), 'local-runs-'));
  const testClock = createTestClock();
  const clock = {
    ...testClock,
    // The org works on jobs between two events of this process.
    sleep: async (milliseconds: number): Promise<void> => {
      await setImmediate();
      await testClock.sleep(milliseconds);
    }
  };
  const client = createOrgClient(session, '68.0', (url, init) => localOrg.fetch(new Request(url, init)), clock);
  const stores = new Map<string, Store>();
  let folders = 0;

  async function planFile(path: string, options: Partial<PlanOptions> = {}) {
    const folder = join(root, `run${String(++folders)}`);
    const summary = await planFolder({
      api: createOrgApi(client, person.username, clock),
      orgId: '00D000000000001EAA',
      folder,
      source: { kind: 'file', path },
      options: { ...OPTIONS, profile: 'Acme Customer', ...options },
      now: () => new Date('2026-11-24T12:00:00Z'),
      onStage: () => undefined,
      onNote: () => undefined
    });
    return { folder, summary };
  }

  return {
    localOrg,
    contactIds: localOrg.org
      .all(localOrg.org.schema.object('Contact') ?? fail('Each org has contacts.'))
      .filter(({ Email }) => String(Email).endsWith('@populated.example'))
      .map(({ Id }) => Id),
    plan: (lines, options) => {
      const path = join(root, `in${String(folders)}.csv`);
      writeFileSync(path, lines.join('\n'));
      return planFile(path, options);
    },
    planFile,
    patchAs: async (name, userId, fields) => {
      const request = new Request(`${URL_OF_TESTS}/services/data/v68.0/sobjects/User/${userId}`, {
        method: 'PATCH',
        headers: { Authorization: `Bearer ${personOf(name).accessToken}` },
        body: JSON.stringify(fields)
      });
      return (await localOrg.fetch(request)).status;
    },
    open: (folder, around = (api) => api) => {
      stores.get(folder)?.close();
      const store = openStore(folder);
      stores.set(folder, store);
      return {
        store,
        folder,
        stateFolder: join(root, 'state'),
        orgName: 'local',
        username: person.username,
        api: around(createWriteApi(client)),
        orgClock: () => client.orgClock(),
        clock,
        progress: silent,
        transportFor,
        apiCalls: () => client.calls(),
        callTo: (command) => `${command} --run-folder ${folder}`,
        callToPlan: (file) => `plan --file ${file}`,
        close: () => undefined
      };
    },
    close: () => {
      for (const store of stores.values()) store.close();
      rmSync(root, { recursive: true });
    }
  };
}

function fail(message: string): never {
  throw new Error(message);
}
