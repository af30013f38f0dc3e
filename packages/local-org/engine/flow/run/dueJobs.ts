import type { RecordChange } from '../../storage/recordStore.ts';
import { isSameName, type Flow } from '../model/flow.ts';
import { activeFlow, activeFlows } from '../deployedFlows.ts';
import { automatedProcess } from './automatedProcess.ts';
import { meetsEntry } from './entryConditions.ts';
import type { Interview } from './interview.ts';
import type { EventJob, Job, PathJob } from '../../dml/jobQueue.ts';
import { runTogether } from './runTogether.ts';
import { systemAccess } from './runMode.ts';
import { startInterview } from './startInterview.ts';
import type { AutomationContext } from './context.ts';

export interface DueOptions {
  /** Whether the due transactions start at the same moment: before its first write, none of them reads what the others change. */
  readonly atOnce?: boolean;
}

/** Jobs that run in one transaction. */
type Batch =
  | { readonly kind: 'path'; readonly size: number; readonly jobs: PathJob[] }
  | { readonly kind: 'event'; readonly size: number; readonly jobs: EventJob[] };

/** Stops flows that trigger themselves again and again. The jobs that are left stay due. */
const MAX_ROUNDS = 100;
const PATH_BATCH = 200;
/** Source: Salesforce Help, "Platform Event-Triggered Flow Considerations": "up to a maximum of 2,000 event messages". */
const EVENT_BATCH = 2000;
/** Minutes until each retry. Source: Salesforce Help, "Troubleshooting Flow Retries". */
const RETRIES = [15, 30, 60, 120];
const MINUTE = 60_000;

/** Runs the due jobs of the queue, each batch in a transaction of its own. */
export function createJobRunner(context: AutomationContext): (options?: DueOptions) => number {
  const { world, queue, accessOf } = context;
  const { clock } = world;

  function runDue({ atOnce = false }: DueOptions = {}): number {
    let count = 0;
    for (let round = 0; round < MAX_ROUNDS; round++) {
      const batches = batchesOf(queue.takeDue(clock.now()));
      if (batches.length === 0) break;
      const earlier: RecordChange[] = [];
      for (const batch of batches) {
        count += batch.kind === 'path' ? runPaths(batch.jobs, atOnce ? earlier : []) : runEvents(batch.jobs);
      }
    }
    return count;
  }

  function batchesOf(jobs: readonly Job[]): Batch[] {
    const batches: Batch[] = [];
    for (const job of jobs) {
      if (job.kind === 'event') {
        const open = batches.find(
          (batch) => batch.kind === 'event' && batch.jobs[0]?.object === job.object && batch.jobs.length < batch.size
        );
        if (open?.kind === 'event') open.jobs.push(job);
        else batches.push({ kind: 'event', size: EVENT_BATCH, jobs: [job] });
        continue;
      }
      const open = batches.find(
        (batch) => batch.kind === 'path' && goesWith(batch.jobs[0], job) && batch.jobs.length < batch.size
      );
      if (open?.kind === 'path') open.jobs.push(job);
      else batches.push({ kind: 'path', size: batchSizeOf(job), jobs: [job] });
    }
    return batches;
  }

  function batchSizeOf(job: PathJob): number {
    const path = pathOf(activeFlow(world.metadata.state.flowVersions, job.flow), job.path);
    return path?.pathType === 'Scheduled' ? Math.min(path.maxBatchSize, PATH_BATCH) : PATH_BATCH;
  }

  /**
   * `$Record` is the present record (inferred, no page says so), and `$Record__Prior` the record before the save. A scheduled path
   * does not run if its record no longer meets the conditions. Source: Salesforce Help, "Scheduled Paths" [F-039].
   */
  function runPaths(jobs: readonly PathJob[], earlier: RecordChange[]): number {
    const [first] = jobs;
    const flow = first === undefined ? undefined : activeFlow(world.metadata.state.flowVersions, first.flow);
    if (first === undefined || flow === undefined) return 0;
    const { person } = first;
    const access = accessOf(person);
    const start = (index: number): Interview | null => {
      const job = jobs[index];
      const path = job === undefined ? undefined : pathOf(flow, job.path);
      const record = job === undefined ? undefined : world.records.find(job.recordId);
      if (job === undefined || path === undefined || record === undefined) return null;
      const object = world.schema.objectOfId(record.Id)?.apiName ?? '';
      const trigger = { object, record, prior: job.before };
      const interview = startInterview(world, flow, { person, access, trigger, next: path.connector });
      return job.isScheduled && !meetsEntry(world, flow, interview, true) ? null : interview;
    };
    const ran = runTogether(context, person, jobs.length, start, earlier);
    for (const [index, { interview }] of ran.entries()) {
      const job = jobs[index];
      if (interview?.state.kind === 'failed' && job !== undefined) retry(job);
    }
    return ran.filter(({ interview }) => interview !== null).length;
  }

  function retry(job: PathJob): void {
    const minutes = RETRIES[job.failures];
    if (minutes === undefined) return;
    queue.add([{ ...job, failures: job.failures + 1, dueAt: clock.now() + minutes * MINUTE }]);
  }

  function runEvents(jobs: readonly EventJob[]): number {
    const object = jobs[0]?.object ?? '';
    const flows = activeFlows(world.metadata.state.flowVersions).filter(
      ({ start }) => start.triggerType === 'PlatformEvent' && isSameName(start.object, object)
    );
    return flows.reduce((count, flow) => count + runEventFlow(flow, jobs), 0);
  }

  /** The current user is Automated Process, in system context without sharing. Source: Salesforce Help, "Flow Run Context" [F-036]. */
  function runEventFlow(flow: Flow, jobs: readonly EventJob[]): number {
    const person = automatedProcess(world);
    const access = systemAccess(accessOf(person), false);
    const start = (index: number): Interview | null => {
      const job = jobs[index];
      if (job === undefined) return null;
      const trigger = { object: job.object, record: job.fields, prior: null };
      const interview = startInterview(world, flow, { person, access, trigger });
      return meetsEntry(world, flow, interview) ? interview : null;
    };
    return runTogether(context, person, jobs.length, start).filter(({ interview }) => interview !== null).length;
  }

  return runDue;
}

function goesWith(first: PathJob | undefined, job: PathJob): boolean {
  return first?.flow === job.flow && first.path === job.path && first.person.userId === job.person.userId;
}

function pathOf(flow: Flow | undefined, name: string) {
  if (flow?.start.triggerType !== 'RecordAfterSave') return undefined;
  return flow.start.scheduledPaths.find((path) => isSameName(path.name, name));
}
