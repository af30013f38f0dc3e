import { known, type Answer } from 'sf-cli/answer';
import { isJson, listAt } from 'sf-cli/json';
import type { Sf, SfRefusal } from 'sf-cli/sf';
import { isConfirmed, type Ask } from '../../shared/askOnTerminal.ts';
import type { Step, StepFailure } from '../../shared/runSteps.ts';
import { failureOf } from '../../shared/sf/failure.ts';
import {
  flowText,
  flowVersionsQuery,
  isBehind,
  toFlowVersions,
  type FlowVersions
} from '../../shared/sf/flowVersions.ts';
import type { DeployState } from '../deployState.ts';

export interface FlowTools {
  readonly sf: Sf;
  /** The API names of the deployed flows, in the order in which they are activated. */
  readonly names: readonly string[];
}

export interface ActivationTools {
  readonly sf: Sf;
  /** null: the flows are activated without a question. */
  readonly ask: Ask | null;
}

/** A deploy that succeeded may leave its flows inactive, as production orgs do [F-133]. What can't be read stops nothing. */
export function readFlowsStep({ sf, names }: FlowTools): Step<DeployState> {
  return {
    name: 'flows',
    title: 'See which flows are active',
    leaves: () => 'The product is deployed.',
    run: async (state) => {
      const flows = await readFlows(sf, state.username, names);
      if (flows.kind === 'refused') {
        return { kind: 'done', note: `that can’t be read: ${flows.message}`, state: { ...state, flows: null } };
      }
      const behind = flows.value.filter(isBehind);
      const note = behind.length === 0 ? 'all' : `not active: ${behind.map(flowText).join(', ')}`;
      return { kind: 'done', note, state: { ...state, flows: flows.value } };
    }
  };
}

/** Activates the latest version of each flow that is behind, in order, and ends at the first refusal. */
export function activateFlowsStep({ sf, ask }: ActivationTools): Step<DeployState> {
  return {
    name: 'activateFlows',
    title: 'Activate the flows',
    leaves: () => 'The product is deployed; some of its flows may not be active yet.',
    run: async (state) => {
      if (state.flows === null) return unread(state);
      const behind = state.flows.filter(isBehind);
      if (behind.length === 0) return { kind: 'done', note: 'they are active already', state };
      const question = `Activate ${behind.map(({ name }) => name).join(', ')}? (y/N) `;
      if (!(await isConfirmed(ask, question))) {
        return { kind: 'done', note: 'They were left as they are: nobody said yes.', state };
      }
      let { flows } = state;
      for (const flow of behind) {
        const answer = await activate(sf, state.username, flow);
        if (answer.kind === 'refused') return refusedActivation(answer, flow, state, flows);
        flows = flows.map((one) => (one === flow ? { ...flow, active: flow.latest } : one));
      }
      return { kind: 'done', note: behind.map(({ name }) => name).join(', '), state: { ...state, flows } };
    }
  };
}

async function readFlows(
  sf: Sf,
  username: string,
  names: readonly string[]
): Promise<Answer<readonly FlowVersions[], SfRefusal>> {
  const query = ['data', 'query', '--use-tooling-api', '--query', flowVersionsQuery(names)];
  const answer = await sf([...query, '--target-org', username]);
  return answer.kind === 'refused'
    ? answer
    : known(toFlowVersions(names, listAt(answer.value, 'records').filter(isJson)));
}

function activate(sf: Sf, username: string, { definitionId, latest }: FlowVersions) {
  const metadata = JSON.stringify({ activeVersionNumber: latest });
  return sf([
    ...['data', 'update', 'record', '--use-tooling-api', '--sobject', 'FlowDefinition', '--record-id', definitionId],
    ...['--values', `Metadata='${metadata}'`, '--target-org', username]
  ]);
}

function unread({ url }: DeployState): StepFailure {
  return {
    kind: 'failed',
    message: 'which flows are active can’t be read.',
    details: [],
    todo: `activate them by hand: ${flowsPage(url)}. The product is deployed.`
  };
}

function refusedActivation(
  refusal: SfRefusal,
  { name }: FlowVersions,
  { url }: DeployState,
  flows: readonly FlowVersions[]
): StepFailure {
  const { message, details } = failureOf(refusal);
  return {
    kind: 'failed',
    message: `${name}: ${message}`,
    details: [...details, `Not active: ${flows.filter(isBehind).map(flowText).join(', ')}`],
    todo: `it takes Manage Flow; activate them by hand: ${flowsPage(url)}. The product is deployed.`
  };
}

/** The page of Setup that activates flows. */
export function flowsPage(url: string): string {
  return `${url}/lightning/setup/Flows/home`;
}
