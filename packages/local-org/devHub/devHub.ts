import { randomInt } from 'node:crypto';
import { authCodeOf } from '../apis/shared/credentials.ts';
import { providePackaging } from '../apis/tooling/packaging/packaging.ts';
import { createOrg } from '../engine/org/createOrg.ts';
import { createSecrets } from '../engine/storage/secrets.ts';
import type { StartingOrg } from '../engine/startingOrg/startingOrg.ts';
import type { RecordChange } from '../engine/storage/recordStore.ts';
import type { Served } from '../serve.ts';
import { textOf, type Fields, type StoredRecord } from '../engine/storage/record.ts';
import { SCRATCH_INSTANCE, scratchStartingOrg } from './scratchOrg.ts';
import { createPackageHub, type PackageHub } from './packages/packageHub.ts';
import type { Org } from '../engine/org/org.ts';
import type { LocalOrg } from '../localOrg.ts';

/** Serves a local org on its own address. */
export type HostScratchOrg = (localOrg: LocalOrg) => Promise<Served>;

/**
 * Makes a scratch org for each new ScratchOrgInfo, and ends it when its ActiveScratchOrg is deleted.
 * Source: Object Reference, "ScratchOrgInfo" and "ActiveScratchOrg".
 */
export interface DevHub {
  /** Gives a new hub packages of its own, which its scratch orgs can install. */
  begin(hub: Org): void;
  onCommit(changes: readonly RecordChange[]): void;
  /** Ends every scratch org. */
  close(): Promise<void>;
}

const DEFAULT_DAYS = 7;
/** An id has room for so many seeds. */
const MOST_SEED = 62 ** 5;
const DAY = 24 * 60 * 60 * 1000;

export function createDevHub({
  hub: currentHub,
  create,
  host
}: {
  readonly hub: () => Org;
  /** The new org's ids come from the seed. */
  readonly create: (starting: StartingOrg, seed: number, url: () => string) => LocalOrg;
  readonly host: HostScratchOrg;
}): DevHub {
  const served = new Map<string, Served>();
  let count = 0;
  let packages: PackageHub | undefined;

  const update = (record: StoredRecord, fields: Fields): StoredRecord => {
    const hub = currentHub();
    const author = hub.people.find(({ userId }) => userId === record['CreatedById']) ?? hub.people[0];
    const object = hub.schema.object('ScratchOrgInfo');
    if (author === undefined || object === undefined) return record;
    let after = record;
    hub.metadata.transact(author, new Map(), (transaction) => {
      after = transaction.saveRecord(object, hub.find(record.Id), fields);
      const active = hub.schema.object('ActiveScratchOrg');
      if (active !== undefined && fields['Status'] === 'Active') {
        transaction.saveRecord(active, undefined, activeScratchOrg(after, active.fields));
      }
      return true;
    });
    return after;
  };

  const make = async (record: StoredRecord): Promise<void> => {
    count += 1;
    const number = count;
    const hub = currentHub();
    const days = typeof record['DurationDays'] === 'number' ? record['DurationDays'] : DEFAULT_DAYS;
    // No two scratch orgs share an id or a username: the CLI keeps log-ins by username, and source tracking by id.
    const seed = randomInt(MOST_SEED);
    const username = textOf(record, 'Username') || `test-${seed.toString(36).padStart(6, '0')}@example.com`;
    const request = update(record, {
      Status: 'Creating',
      Name: String(number).padStart(8, '0'),
      ExpirationDate: new Date(hub.clock.now() + days * DAY).toISOString().slice(0, 10),
      SignupEmail: textOf(record, 'AdminEmail') || textOf(hub.find(textOf(record, 'CreatedById')) ?? record, 'Email'),
      SignupUsername: username,
      SignupInstance: SCRATCH_INSTANCE,
      SignupTrialDays: days
    });
    let url = '';
    const scratchOrg = create(scratchStartingOrg(request, username), seed, () => url);
    if (packages !== undefined) providePackaging(scratchOrg.org, packages.packagingFor(scratchOrg.org));
    const address = await host(scratchOrg);
    url = address.url;
    served.set(record.Id, address);
    const administrator = scratchOrg.people[0];
    update(request, {
      Status: 'Active',
      ScratchOrg: scratchOrg.org.id.slice(0, 15),
      LoginUrl: url,
      AuthCode: administrator === undefined ? null : authCodeOf(scratchOrg.org, administrator)
    });
  };

  const end = (scratchOrgInfoId: string): void => {
    void served.get(scratchOrgInfoId)?.close();
    served.delete(scratchOrgInfoId);
    const record = currentHub().find(scratchOrgInfoId);
    if (record !== undefined) update(record, { Status: 'Deleted' });
  };

  return {
    begin: (hub) => {
      packages = createPackageHub(hub, (starting) =>
        createOrg(starting, { seed: randomInt(MOST_SEED), secrets: createSecrets(), url: () => hub.url })
      );
      providePackaging(hub, packages.packagingFor(hub));
    },
    onCommit: (changes) => {
      for (const { objectName, before, after } of changes) {
        if (objectName === 'ScratchOrgInfo' && before === undefined && after !== undefined) {
          make(after).catch((error: unknown) => {
            update(after, {
              Status: 'Error',
              ErrorCode: error instanceof Error ? error.message.slice(0, 100) : 'S-9999'
            });
          });
        }
        if (objectName === 'ActiveScratchOrg' && after === undefined && before !== undefined) {
          end(textOf(before, 'ScratchOrgInfoId'));
        }
      }
    },
    close: async () => {
      const all = [...served.values()];
      served.clear();
      await Promise.all(all.map((one) => one.close()));
    }
  };
}

function activeScratchOrg(request: StoredRecord, fields: ReadonlyMap<string, unknown>): Fields {
  const shared = Object.entries(request).filter(([name]) => fields.has(name) && name !== 'Id');
  return { ...Object.fromEntries(shared), ScratchOrgInfoId: request.Id };
}
