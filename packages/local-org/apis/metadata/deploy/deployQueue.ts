import { refused, ok, type Outcome } from '../../shared/errors.ts';
import type { DeployOptions } from './deployOptions.ts';
import { isDone, type DeployRecord } from './deployRecord.ts';
import { runDeploy } from './runDeploy.ts';
import type { Person } from '../../../engine/access/person.ts';
import type { Org } from '../../../engine/org/org.ts';

/** The deploys of one org: queued, and carried out one after the other. */
export interface Deploys {
  start(person: Person, zip: Uint8Array, options: DeployOptions): DeployRecord;
  /** Carries out a validation of the last ten days in earnest, without testing again. */
  startValidated(person: Person, validationId: string): Outcome<DeployRecord>;
  find(id: string): DeployRecord | undefined;
  /** Newest first. */
  all(): readonly DeployRecord[];
  /** A queued one is canceled at once, one in progress as soon as it can be, one that is done not at all. */
  cancel(person: Person, record: DeployRecord): void;
}

/** Source: Metadata API, deployRecentValidation(). */
const VALID_FOR = 10 * 24 * 60 * 60 * 1000;

const NOTHING = new Uint8Array();

const deploysByOrg = new WeakMap<Org, Deploys>();

/** The one queue of an org. */
export function deploysOf(org: Org): Deploys {
  const deploys = deploysByOrg.get(org) ?? createDeploys(org);
  deploysByOrg.set(org, deploys);
  return deploys;
}

function createDeploys(org: Org): Deploys {
  const records = new Map<string, DeployRecord>();
  let queue: Promise<void> = Promise.resolve();
  const now = (): string => new Date(org.clock.now()).toISOString();

  const carryOut = async (record: DeployRecord): Promise<void> => {
    if (isDone(record)) return;
    record.status = 'InProgress';
    record.startDate = now();
    try {
      await runDeploy(org, record);
      if (!isDone(record)) record.status = 'Canceled';
    } catch (error) {
      // The transaction is taken back; whoever asks for the status must not wait for ever.
      record.status = 'Failed';
      record.errorMessage = `UNKNOWN_EXCEPTION: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
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
    queue = queue.then(() => carryOut(record));
    return record;
  };

  return {
    start: (person, zip, options) => enqueue(person, zip, options, null),
    startValidated: (person, validationId) => {
      const validation = records.get(validationId);
      const age = org.clock.now() - Date.parse(validation?.completedDate ?? '');
      if (validation === undefined || !isValidation(validation) || age > VALID_FOR) {
        return refused({
          status: 400,
          errorCode: 'INVALID_ID_FIELD',
          message: `The deployment ${validationId} is not a successful validation of the last 10 days`
        });
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
    }
  };
}

function isValidation({ status, options }: DeployRecord): boolean {
  return status === 'Succeeded' && options.checkOnly;
}
