import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLocalOrg, type LocalOrg, type Population } from 'sfdx-local-org';
import { planFolder } from '../commands/planFolder.ts';
import { createOrgClient } from '../transports/orgClient.ts';
import { createOrgApi } from '../transports/orgApi.ts';
import { createOrgTimeClock } from './orgTimeClock.ts';
import type { Send, Session } from '../../shared/sf/exchange.ts';
import type { Source } from '../input/openInput.ts';

const URL_OF_ORG = 'http://local';
export const API_VERSION = '68.0';
/** Of the administrator of the starting org. */
export const USERNAME = 'ingrid.solberg@acme.example';

export type StoredRecord = ReturnType<LocalOrg['org']['all']>[number];

/** A local org with a permission set for new users and an inactive user, and the folders of a run in it. */
export interface ScenarioOrg {
  readonly org: LocalOrg;
  /** For files; removed at the end. */
  readonly parent: string;
  /** Of the run. */
  readonly folder: string;
  /** What this machine knows of the org. */
  readonly stateFolder: string;
  /** Answers as the org does. */
  readonly send: Send;
  readonly accessToken: () => string;
  readonly records: (object: string) => readonly StoredRecord[];
  /** Ids of the users that are there before a run. */
  readonly before: ReadonlySet<string>;
  plan(folder: string, source: Source, network?: (send: Send) => Send, refresh?: Session['refresh']): Promise<void>;
  /** Starts again with the same records, and without a run. */
  reset(): void;
  close(): Promise<void>;
}

export function createScenarioOrg(population: Population): ScenarioOrg {
  const parent = mkdtempSync(join(tmpdir(), 'scenario-'));
  const folder = join(parent, 'run');
  const stateFolder = join(parent, 'state');
  const org = createLocalOrg({ org: 'ready', seed: 1, hasControlRoutes: false, url: () => URL_OF_ORG, population });
  const records: ScenarioOrg['records'] = (name) => {
    const object = org.org.schema.object(name);
    return object === undefined ? [] : org.org.all(object);
  };
  const accessToken = (): string => org.people[0]?.accessToken ?? '';
  const send: Send = (url, init) => org.fetch(new Request(url, init));

  function prepare(): void {
    const user = records('User').find(({ ContactId }) => typeof ContactId === 'string');
    if (user !== undefined) org.org.amend(user.Id, { IsActive: false });
    org.org.load('PermissionSet', [
      { Name: 'Portal', Label: 'Portal', IsCustom: true, IsOwnedByProfile: false, Type: 'Regular' }
    ]);
  }

  prepare();
  return {
    org,
    parent,
    folder,
    stateFolder,
    send,
    accessToken,
    records,
    before: new Set(records('User').map(({ Id }) => Id)),
    plan: async (into, source, network = (sent) => sent, refresh = () => Promise.resolve()) => {
      const client = createOrgClient({ url: URL_OF_ORG, accessToken, refresh }, API_VERSION, network(send));
      await planFolder({
        api: createOrgApi(client, USERNAME, createOrgTimeClock(org)),
        orgId: '00D000000000001EAA',
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
    },
    reset: () => {
      org.reset('ready');
      prepare();
      for (const old of [folder, stateFolder]) rmSync(old, { recursive: true, force: true });
    },
    close: async () => {
      await org.close();
      rmSync(parent, { recursive: true });
    }
  };
}
