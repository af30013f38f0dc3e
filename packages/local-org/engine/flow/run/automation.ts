import { activeFlow } from '../deployedFlows.ts';
import { mayRun, mayNotRun } from './flowAccess.ts';
import { reportFailure } from './failedInterviews.ts';
import { frameOf, type Interview } from './interview.ts';
import { runBulkified } from './bulkification.ts';
import { navigate, type Navigation } from './navigate.ts';
import { renewAccess } from './runMode.ts';
import { createJobRunner, type DueOptions } from './dueJobs.ts';
import type { Job } from '../../dml/jobQueue.ts';
import { runTogether } from './runTogether.ts';
import { showScreen, type ScreenErrors, type ShownScreen } from './screens.ts';
import { outputsOf, startInterview, type Inputs } from './startInterview.ts';
import type { Access } from '../../access/access.ts';
import type { Person } from '../../access/person.ts';
import type { AutomationContext } from './context.ts';

/** A request to run a flow. */
export interface InterviewRequest {
  /** API name. */
  readonly flow: string;
  readonly person: Person;
  readonly inputs: Inputs;
}

export type InterviewResult =
  | { readonly status: 'finished'; readonly interviewId: string; readonly outputs: Inputs }
  | { readonly status: 'screen'; readonly interviewId: string; readonly screen: ShownScreen }
  | { readonly status: 'error'; readonly message: string; readonly element: string };

/** Runs the flows of an org. */
export interface Automation {
  /** Runs interviews in one transaction. The person of the first request is the current user. */
  run(requests: readonly InterviewRequest[]): readonly InterviewResult[];
  /** Continues an interview that shows a screen to this person. */
  resume(person: Person, interviewId: string, navigation: Navigation): InterviewResult;
  /** Runs the jobs that are due by the org's clock, and the jobs that they add. Returns how many interviews ran. */
  runDue(options?: DueOptions): number;
  /** The outcomes that interviews took, as `Flow.Element.outcome`: fault paths (`fault`), and rules or `default` of decisions. Tests clear it. */
  readonly outcomesTaken: Set<string>;
  /** The jobs that wait. */
  readonly jobs: readonly Job[];
}

/** A deploy to a production org leaves flows inactive, so that this is what a person has to ask for. */
const ACTIVATION = 'Ask an administrator to activate it: in Setup, under Flows, open the flow and choose Activate.';
const DEPLOYMENT = 'Ask an administrator to deploy it first, or look at its API name.';

export function createAutomation(context: AutomationContext): Automation {
  const { world, queue, transactions, outbox, accessOf } = context;
  /** The interviews that show a screen, by id. */
  const paused = new Map<string, Interview>();

  function run(requests: readonly InterviewRequest[]): readonly InterviewResult[] {
    const [first] = requests;
    if (first === undefined) return [];
    const access = accessOf(first.person);
    const problems = requests.map(({ flow }) => problemOf(flow, access));
    if (problems.some((problem) => problem !== null)) {
      return problems.map((message) => ({ status: 'error', message: message ?? mayNotRun, element: '' }));
    }
    const interviews = runTogether(context, first.person, requests.length, (index) => {
      const request = requests[index];
      const flow = activeFlow(world.metadata.state.flowVersions, request?.flow ?? '');
      if (request === undefined || flow === undefined) return null;
      return startInterview(world, flow, { person: first.person, access, inputs: request.inputs });
    });
    return interviews.map(({ interview }) => resultOf(interview));
  }

  function problemOf(name: string, access: Access): string | null {
    const flow = activeFlow(world.metadata.state.flowVersions, name);
    if (flow === undefined) return missingFlow(name);
    if (flow.start.triggerType !== 'None') return `The flow ${name} is started by its trigger only`;
    return mayRun(flow, access) ? null : mayNotRun;
  }

  /** Says what to ask for; the words are ours. */
  function missingFlow(name: string): string {
    return world.metadata.state.flowVersions.has(name.toLowerCase())
      ? `The flow ${name} has no active version. ${ACTIVATION}`
      : `There is no flow ${name}. ${DEPLOYMENT}`;
  }

  function resume(person: Person, interviewId: string, navigation: Navigation): InterviewResult {
    const interview = paused.get(interviewId);
    if (interview?.person.userId !== person.userId) {
      return { status: 'error', message: `No interview ${interviewId} waits for this person`, element: '' };
    }
    const errors = navigate({ world, interview, frame: frameOf(interview) }, navigation);
    if (errors.size > 0) return resultOf(interview, errors);
    paused.delete(interviewId);
    renewAccess(interview, accessOf(person));
    transactions.runFlows(person, (transaction) => {
      runBulkified(transaction, [interview]);
      return { isKept: interview.state.kind !== 'failed', answer: null };
    });
    reportFailure(world, outbox, interview);
    return resultOf(interview);
  }

  function resultOf(interview: Interview | null, errors?: ScreenErrors): InterviewResult {
    if (interview === null)
      return { status: 'error', message: `The flow has no active version. ${ACTIVATION}`, element: '' };
    const { state, guid } = interview;
    switch (state.kind) {
      case 'screen': {
        paused.set(guid, interview);
        const running = { world, interview, frame: frameOf(interview) };
        return { status: 'screen', interviewId: guid, screen: showScreen(running, errors) };
      }
      case 'failed':
        return { status: 'error', message: state.message, element: state.element };
      case 'running':
      case 'finished':
        return { status: 'finished', interviewId: guid, outputs: outputsOf(frameOf(interview)) };
    }
  }

  return {
    run,
    resume,
    runDue: createJobRunner(context),
    outcomesTaken: world.flowOutcomes,
    get jobs() {
      return queue.jobs;
    }
  };
}
