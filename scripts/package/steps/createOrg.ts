import { textAt } from 'sf-cli/json';
import { failureOf } from '../../shared/sf/failure.ts';
import { isUnderWay } from '../../shared/sf/scratchOrgRequest.ts';
import { done, hubOf, type PackageEnd, type PackageStep, type PackageTools } from '../packageStep.ts';
import type { PackageState } from '../packageState.ts';

/** What the sf CLI calls the scratch org. */
export const ALIAS = 'external-user-packages';
const DAYS = 1;
/** How long the creation of a scratch org may take. */
const MINUTES = 20;

/** Takes the scratch org of the last run, waits for the one that it requested, or requests one, which is there for a day. */
export function createOrg(tools: PackageTools): PackageStep {
  return {
    name: 'org',
    title: 'Create the scratch org that gets the packages',
    run: async (state) => {
      if (state.username !== '') {
        const { username } = state;
        const answer = await tools.sf(['org', 'display', '--target-org', username]);
        const status = answer.kind === 'known' ? textAt(answer.value, 'connectedStatus') : '';
        if (status === 'Connected') return done(state, `${username}, there already`);
        // It has expired or was deleted. What was installed in it is gone.
        return requestOrg(withoutInstalls(state), tools);
      }
      return state.orgRequestId === '' ? requestOrg(state, tools) : waitForOrg(state, tools);
    }
  };
}

async function requestOrg(state: PackageState, tools: PackageTools): Promise<PackageEnd> {
  const [{ definitionFile } = { definitionFile: '' }] = tools.packages;
  const answer = await tools.sf([
    ...['org', 'create', 'scratch', '--async', '--definition-file', definitionFile, '--alias', ALIAS],
    ...['--duration-days', String(DAYS), ...hubOf(tools)]
  ]);
  if (answer.kind === 'refused') return failureOf(answer);
  const requested = { ...state, orgRequestId: textAt(answer.value, 'scratchOrgInfo', 'Id') };
  await tools.store.write(requested);
  return waitForOrg(requested, tools);
}

async function waitForOrg(state: PackageState, { sf, store }: PackageTools): Promise<PackageEnd> {
  const resume = ['org', 'resume', 'scratch', '--job-id', state.orgRequestId, '--wait', String(MINUTES)];
  const answer = await sf(resume, MINUTES + 1);
  if (answer.kind === 'refused') {
    const failure = failureOf(answer);
    if (isUnderWay(answer)) return { ...failure, todo: 'start again: it waits for the same org.' };
    await store.write({ ...state, orgRequestId: '' });
    return failure;
  }
  const after = {
    ...state,
    orgRequestId: '',
    username: textAt(answer.value, 'username'),
    url: textAt(answer.value, 'authFields', 'instanceUrl').replace(/(?<!\/)\/+$/u, '')
  };
  await store.write(after);
  return done(after, after.username);
}

/** A state of which nothing is installed. */
export function withoutInstalls(state: PackageState): PackageState {
  const versions: PackageState['versions'] = Object.fromEntries(
    Object.entries(state.versions).map(([name, version]) => [name, { ...version, installId: '' }])
  );
  return { ...state, versions, username: '', url: '' };
}
