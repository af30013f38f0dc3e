import type { CompiledBundle } from '../../bundles/compileBundle.ts';
import { accessOf } from '../access/accessOf.ts';
import { afterCommit, createMemberships } from './afterCommit.ts';
import { createClock, type Clock } from '../storage/clock.ts';
import { createAutomation } from '../flow/run/automation.ts';
import { createJobQueue } from '../dml/jobQueue.ts';
import { createFlowTriggers } from '../flow/run/triggers.ts';
import { createOutbox } from '../mail/outbox.ts';
import { createMetadataTransaction, type MetadataTransaction } from './metadataTransaction.ts';
import type { StartingOrg } from '../startingOrg/startingOrg.ts';
import { createSecrets, type Secrets } from '../storage/secrets.ts';
import { createLockouts } from '../login/lockouts.ts';
import { createPasswordLinks } from '../login/passwordLinks.ts';
import { createPasswords } from '../login/passwords.ts';
import { createSessions } from '../access/sessions.ts';
import type { RecordChange } from '../storage/recordStore.ts';
import { createSiteLogin, homeSiteOf } from '../login/siteLogin.ts';
import { setPasswordUrl } from '../login/sitePaths.ts';
import { createWorld } from './createWorld.ts';
import { insertUnchecked, updateUnchecked } from './uncheckedWrites.ts';
import { createTransactionRunner } from '../dml/transactionRunner.ts';
import { isProductionOrg } from '../world/production.ts';
import { createUsage, DEVELOPER_EDITION_ALLOCATIONS } from '../world/usage.ts';
import { isTrue, textOf, type StoredRecord } from '../storage/record.ts';
import { createWelcomeMails } from '../login/welcomeMails.ts';
import type { Access } from '../access/access.ts';
import type { Person } from '../access/person.ts';
import type { Org } from './org.ts';

export interface OrgOptions {
  /** The same seed gives the same ids. */
  readonly seed: number;
  /** Derives tokens, links and temporary passwords; from a random secret when left out. */
  readonly secrets?: Secrets;
  /** The URL of the org, without a trailing slash. It is called for each link, because a port may be known late. */
  readonly url: () => string;
  readonly clock?: Clock;
  /** Called after each commit. */
  readonly onCommit?: (changes: readonly RecordChange[]) => void;
}

/** Starts an org. Throws if the starting org contradicts itself. */
export function createOrg(starting: StartingOrg, options: OrgOptions): Org {
  const { seed, secrets = createSecrets(), url, clock = createClock(), onCommit = () => undefined } = options;
  const { world, idOf } = createWorld(starting, seed, clock);
  const { records } = world;
  const links = createPasswordLinks(clock, secrets);
  const lockouts = createLockouts(clock);
  const outbox = createOutbox(world, url);
  const welcomeMails = createWelcomeMails(world, links, outbox, url);
  for (const site of records.all('Network')) if (textOf(site, 'Status') === 'Live') welcomeMails.markAsSent(site);

  const memberships = createMemberships(world, welcomeMails);

  const passwords = createPasswords(secrets, lockouts, (userId) => {
    const user = recordOf(userId);
    const site = homeSiteOf(world, userId);
    const link = site === null ? null : setPasswordUrl(url(), site, links.create(userId));
    outbox.send({ kind: 'resetPassword', user, site, link });
  });

  const organizationId = records.all('Organization')[0]?.Id ?? '';
  const sessions = createSessions(
    organizationId,
    secrets,
    starting.people.map(({ label, user: reference }) => {
      const user = recordOf(idOf(reference));
      return { label, userId: user.Id, username: textOf(user, 'Username') };
    })
  );

  function recordOf(id: string): StoredRecord {
    const record = records.find(id);
    if (record === undefined) throw new Error(`There is no record ${id}`);
    return record;
  }

  function access(person: Person): Access {
    return accessOf(world, recordOf(person.userId));
  }

  function committed(): readonly RecordChange[] {
    const changes = records.commit();
    afterCommit(world, memberships, welcomeMails, changes);
    onCommit(changes);
    return changes;
  }

  const queue = createJobQueue();
  const triggers = createFlowTriggers(world, outbox, access);
  const transactions = createTransactionRunner({ world, queue, triggers, accessOf: access, committed });
  const automation = createAutomation({ world, queue, outbox, transactions, accessOf: access });

  function transactMetadata(
    person: Person,
    compiled: ReadonlyMap<string, CompiledBundle>,
    work: (transaction: MetadataTransaction) => boolean
  ): void {
    const start = records.savepoint();
    if (start !== 0) throw new Error('A deploy cannot start within a transaction');
    const before = world.metadata.state;
    let isKept = false;
    try {
      isKept = work(createMetadataTransaction(world, person, compiled));
    } finally {
      if (isKept) committed();
      else {
        records.rollback(start);
        world.metadata.restore(before);
      }
    }
  }

  return {
    name: starting.name,
    id: organizationId,
    seed,
    secrets,
    get schema() {
      return world.schema;
    },
    metadata: {
      components: (type) => world.metadata.components(type),
      component: (type, fullName) => world.metadata.component(type, fullName),
      get flowVersions() {
        return world.metadata.state.flowVersions;
      },
      get settings() {
        return world.settings;
      },
      isProduction: () => isProductionOrg(world),
      grant: (holderId) => world.grants.get(holderId),
      isStandardProfile: (profileId) => world.standardProfileIds.has(profileId),
      sourceChanges: () => (world.features.sourceTracking === true ? [...world.metadata.state.changes.values()] : null),
      newId: (keyPrefix) => world.newId({ keyPrefix }),
      transact: transactMetadata
    },
    clock,
    people: sessions.people,
    passwords,
    outbox: outbox.mails,
    siteLogin: createSiteLogin(world, passwords, links, lockouts, outbox, url),
    get url() {
      return url();
    },
    defaultContactId: starting.defaultContact === '' ? '' : idOf(starting.defaultContact),
    find: (id) => records.find(id),
    all: ({ apiName }) => records.all(apiName),
    findDeleted: (id) => records.findDeleted(id),
    deleted: ({ apiName }) => records.deleted(apiName),
    where: ({ apiName }, field, value) => records.where(apiName, field, value),
    personOf: (accessToken) => {
      const person = sessions.personOf(accessToken);
      return person !== undefined && isTrue(recordOf(person.userId), 'IsActive') ? person : undefined;
    },
    addPerson: (userId) => {
      const user = recordOf(userId);
      return sessions.add({ label: textOf(user, 'Name'), userId: user.Id, username: textOf(user, 'Username') });
    },
    endSession: (person) => {
      sessions.end(person);
    },
    access,
    locks: world.locks,
    memberships,
    usage: createUsage(clock, { ...DEVELOPER_EDITION_ALLOCATIONS, ...starting.settings.allocations }),
    transact: transactions.transact,
    asOneTransaction: transactions.asOneTransaction,
    automation,
    load: (objectName, rows) => insertUnchecked(world, objectName, rows),
    amend: (id, fields) => {
      updateUnchecked(world, recordOf(id), fields);
    }
  };
}
