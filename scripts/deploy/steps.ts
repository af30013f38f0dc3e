import { textAt } from 'sf-cli/json';
import { PERMISSION_SET, type Build } from '../shared/product.ts';
import { deployProduct } from '../shared/sf/deployment.ts';
import { deploymentFailure, failureOf } from '../shared/sf/failure.ts';
import { assignPermissionSet } from '../shared/sf/permissionSet.ts';
import type { Sf } from 'sf-cli/sf';
import type { Step } from '../shared/runSteps.ts';

/** What is known of the org and of what was done in it, step by step. */
export interface DeployState {
  readonly username: string;
  /** Without a trailing slash. */
  readonly url: string;
  readonly deployId: string;
  readonly components: number;
  /** null before the deploy. */
  readonly isTranslated: boolean | null;
}

export const NOTHING_DONE: DeployState = { username: '', url: '', deployId: '', components: 0, isTranslated: null };

/** Finds the org first: a misspelt name is said at once. Further folders are deployed with the product. */
export function deploySteps(
  sf: Sf,
  build: Build,
  targetOrg: string | undefined,
  folders: readonly string[]
): Step<DeployState>[] {
  return [
    {
      name: 'org',
      title: 'Find the org',
      run: async (state) => {
        const target = targetOrg === undefined ? [] : ['--target-org', targetOrg];
        const answer = await sf(['org', 'display', ...target]);
        if (answer.kind === 'refused') return { kind: 'failed', ...failureOf(answer) };
        const username = textAt(answer.result, 'username');
        const url = textAt(answer.result, 'instanceUrl').replace(/\/+$/u, '');
        return { kind: 'done', note: `${username} at ${url}`, state: { ...state, username, url } };
      }
    },
    {
      name: 'build',
      title: 'Build the product',
      run: async (state) => {
        const failure = await build();
        return failure === null ? { kind: 'done', note: '', state } : { kind: 'failed', ...failure };
      }
    },
    {
      name: 'deploy',
      title: 'Deploy it',
      run: async (state) => {
        const deployment = await deployProduct(sf, state.username, folders);
        if (deployment.kind === 'failed') return { kind: 'failed', ...deploymentFailure(deployment) };
        const { id: deployId, components, isTranslated } = deployment;
        const words = isTranslated ? '' : '; English labels only, as the org has no Translation Workbench';
        return {
          kind: 'done',
          note: `${String(components)} components${words}`,
          state: { ...state, deployId, components, isTranslated }
        };
      }
    },
    {
      name: 'permissionSet',
      title: `Assign ${PERMISSION_SET}`,
      run: async (state) => {
        const assignment = await assignPermissionSet(sf, state.username, [state.username]);
        return assignment.kind === 'assigned'
          ? { kind: 'done', note: assignment.note, state }
          : { kind: 'failed', ...failureOf(assignment) };
      }
    }
  ];
}
