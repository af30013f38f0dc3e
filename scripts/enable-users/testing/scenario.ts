import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLocalOrg, type LocalOrg } from 'sfdx-local-org';
import { planFolder } from '../commands/planFolder.ts';
import { openStore } from '../store/store.ts';
import { createOrgClient } from '../transports/orgClient.ts';
import { createOrgApi } from '../transports/orgApi.ts';
import { createOrgTimeClock } from './orgTimeClock.ts';
import type { Send, Session } from '../../shared/sf/exchange.ts';
import type { Source } from '../input/openInput.ts';

const URL_OF_ORG = 'http://local';
export const API_VERSION = '68.0';
/** Of the administrator of the starting org. */
export const USERNAME = 'ingrid.solberg@acme.example';

/** Contacts of a local org with a plan for all of them, in which each kind of row is there. It starts again from the same state. */
export interface Scenario {
  readonly org: LocalOrg;
  /** Of the run; a fresh copy of the plan after each `restart`. */
  readonly folder: string;
  /** What this machine knows of the org. */
  readonly stateFolder: string;
  /** The file that was planned. */
  readonly input: string;
  /** Answers as the org does. */
  readonly send: Send;
  readonly accessToken: () => string;
  readonly records: (object: string) => readonly StoredRecord[];
  /** Ids of the users that were there before the run. */
  readonly before: ReadonlySet<string>;
  plan(folder: string, source: Source, network?: (send: Send) => Send, refresh?: Session['refresh']): Promise<void>;
  restart(): void;
  close(): Promise<void>;
}

export type StoredRecord = ReturnType<LocalOrg['org']['all']>[number];

/** Each row of the input by what becomes of it where nothing goes wrong. */
export const EXPECTED = {
  created: 5,
  reactivated: 1,
  already: 1,
  skipped: 1,
  failed: 2
};

const CUSTOMER = 'Acme Customer';
const CUSTOMER_PLUS = 'Acme Customer Plus';
const PARTNER = 'Acme Partner';

export async function createScenario(): Promise<Scenario> {
  const parent = mkdtempSync(join(tmpdir(), 'scenario-'));
  const folder = join(parent, 'run');
  const stateFolder = join(parent, 'state');
  const planned = join(parent, 'planned');
  const org = createLocalOrg({
    org: 'ready',
    seed: 1,
    hasControlRoutes: false,
    url: () => URL_OF_ORG,
    population: { accounts: 2, contacts: 5, partnerEvery: 0 }
  });
  const records: Scenario['records'] = (name) => {
    const object = org.org.schema.object(name);
    return object === undefined ? [] : org.org.all(object);
  };
  const accessToken = (): string => org.people[0]?.accessToken ?? '';
  const send: Send = (url, init) => org.fetch(new Request(url, init));

  function prepare(): void {
    const [user] = records('User').filter(({ ContactId }) => ContactId !== null && ContactId !== undefined);
    org.org.load('PermissionSet', [
      { Name: 'Portal', Label: 'Portal', IsCustom: true, IsOwnedByProfile: false, Type: 'Regular' }
    ]);
    if (user !== undefined) org.org.amend(user.Id, { IsActive: false });
  }

  prepare();
  const [inactive, active] = records('User')
    .filter(({ ContactId }) => typeof ContactId === 'string')
    .map((user) => String(user['ContactId']));
  const contacts = records('Contact').filter(({ Email }) => String(Email).endsWith('@populated.example'));
  const profiles = [CUSTOMER, CUSTOMER, CUSTOMER_PLUS, CUSTOMER_PLUS, PARTNER];
  const withoutEmail = records('Contact').find(({ Email }) => Email === null || Email === undefined);
  const lines = [
    ['ContactId', 'Profile', 'TimeZone'],
    ...contacts.map(({ Id }, index) => [Id, profiles[index] ?? '', 'europe/oslo']),
    [inactive, CUSTOMER, ''],
    [active, CUSTOMER, ''],
    [contacts[0]?.Id, CUSTOMER, ''],
    [withoutEmail?.Id, CUSTOMER, ''],
    ['nobody', CUSTOMER, '']
  ];
  const input = join(parent, 'contacts.csv');
  writeFileSync(input, lines.map((cells) => `${cells.join(',')}\n`).join(''));

  const plan: Scenario['plan'] = async (into, source, network = (sent) => sent, refresh = () => Promise.resolve()) => {
    const client = createOrgClient({ url: URL_OF_ORG, accessToken, refresh }, API_VERSION, network(send));
    await planFolder({
      api: createOrgApi(client, USERNAME, createOrgTimeClock(org)),
      folder: into,
      source,
      options: {
        kind: null,
        profile: null,
        reactivate: true,
        enablesPartnerAccounts: true,
        permissionSets: ['Portal']
      },
      now: () => new Date('2026-11-24T12:00:00Z'),
      onStage: () => undefined,
      onNote: () => undefined
    });
  };
  await plan(planned, { kind: 'file', path: input });

  return {
    org,
    folder,
    stateFolder,
    input,
    send,
    accessToken,
    plan,
    records,
    before: new Set(records('User').map(({ Id }) => Id)),
    restart: () => {
      org.reset('ready');
      prepare();
      for (const old of [folder, stateFolder]) rmSync(old, { recursive: true, force: true });
      cpSync(planned, folder, { recursive: true });
    },
    close: async () => {
      await org.close();
      rmSync(parent, { recursive: true });
    }
  };
}

/** How many rows have each outcome. */
export function outcomesOf({ folder }: Scenario): Readonly<Record<string, number>> {
  const store = openStore(folder);
  const counts = store.outcomes.counts();
  store.close();
  return counts;
}
