import type { Person } from '../../../engine/access/person.ts';
import type { Org } from '../../../engine/org/org.ts';
import { ok, refused, type Outcome } from '../../shared/errors.ts';
import { notValidated } from '../errors.ts';
import type { DeployOptions } from './deployOptions.ts';
import { isDone, type DeployRecord } from './deployRecord.ts';
import { runDeploy } from './runDeploy.ts';
import { notModelled } from '../../../engine/schema/notModelled.ts';

/** The deploys of an org, which are executed one after the other. */
export interface DeployQueue {
  start(person: Person, zip: Uint8Array, options: DeployOptions): DeployRecord;
  /** Deploys a successful validation of the last ten days, without running tests again. */
  startValidated(person: Person, validationId: string): Outcome<DeployRecord>;
  find(id: string): DeployRecord | undefined;
  /** Newest first. */
  all(): readonly DeployRecord[];
  /** Cancels a queued deploy at once, and a running one as soon as possible. A finished deploy stays as it is. */
  cancel(person: Person, record: DeployRecord): void;
  /** Resolves when every deploy that was started has ended. */
  settled(): Promise<void>;
}

/** Source: Metadata API, deployRecentValidation(). */
const VALID_FOR = 10 * 24 * 60 * 60 * 1000;

const FAILED = notModelled('The local org failed at this deploy; its terminal shows why');

const NOTHING = new Uint8Array();

const queues = new WeakMap<Org, DeployQueue>();

/** The queue of an org; a reset replaces the org, and so its queue. */
export function deployQueueOf(org: Org): DeployQueue {
  const queue = queues.get(org) ?? createDeployQueue(org);
  queues.set(org, queue);
  return queue;
}

function createDeployQueue(org: Org): DeployQueue {
  const records = new Map<string, DeployRecord>();
  let queue: Promise<void> = Promise.resolve();
  const now = (): string => new Date(org.clock.now()).toISOString();

  const execute = async (record: DeployRecord): Promise<void> => {
    if (isDone(record)) return;
    record.status = 'InProgress';
    record.startDate = now();
    try {
      await runDeploy(org, record);
      if (!isDone(record)) record.status = 'Canceled';
    } catch (error) {
      // The transaction is rolled back. The status must be final, or a client that asks for it waits forever.
      record.status = 'Failed';
      record.errorMessage = `UNKNOWN_EXCEPTION: ${FAILED}`;
      process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    }
    record.completedDate = now();
    record.lastModifiedDate = record.completedDate;
    if (!isValidation(record)) record.zip = NOTHING;
  };

  const enqueue = (
    person: Person,
    zip: Uint8Array,
    options: DeployOptions,
    validatedDeployRequestId: string | null
  ): DeployRecord => {
    const record: DeployRecord = {
      id: org.metadata.newId('0Af'),
      person,
      options,
      zip,
      validatedDeployRequestId,
      createdDate: now(),
      status: 'Pending',
      startDate: null,
      completedDate: null,
      lastModifiedDate: now(),
      canceledBy: null,
      errorMessage: null,
      componentsTotal: 0,
      componentsDeployed: 0,
      messages: []
    };
    records.set(record.id, record);
    queue = queue.then(() => execute(record));
    return record;
  };

  return {
    start: (person, zip, options) => enqueue(person, zip, options, null),
    startValidated: (person, validationId) => {
      const validation = records.get(validationId);
      const age = org.clock.now() - Date.parse(validation?.completedDate ?? '');
      if (validation === undefined || !isValidation(validation) || age > VALID_FOR) {
        return refused(notValidated(validationId));
      }
      const options = { ...validation.options, checkOnly: false };
      return ok(enqueue(person, validation.zip, options, validation.id));
    },
    find: (id) => records.get(id),
    all: () => [...records.values()].reverse(),
    cancel: (person, record) => {
      if (isDone(record)) return;
      record.canceledBy = person;
      record.lastModifiedDate = now();
      if (record.status === 'Pending') {
        record.status = 'Canceled';
        record.completedDate = now();
      } else record.status = 'Canceling';
    },
    settled: () => queue
  };
}

function isValidation({ status, options }: DeployRecord): boolean {
  return status === 'Succeeded' && options.checkOnly;
}
