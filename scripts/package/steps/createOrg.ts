import { textAt } from 'sf-cli/json';
import { failureOf } from '../../shared/sf/failure.ts';
import { requestScratchOrg, waitForScratchOrg } from '../../shared/sf/scratchOrgRequest.ts';
import { done, type PackageEnd, type PackageStep, type PackageTools } from '../packageStep.ts';
import type { PackageState } from '../packageState.ts';

/** What the sf CLI calls the scratch org. */
export const ALIAS = 'external-user-packages';
const DAYS = 1;

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
  const { devHub } = tools.options;
  const answer = await requestScratchOrg(tools.sf, { definitionFile, alias: ALIAS, days: DAYS, devHub });
  if (answer.kind === 'refused') return failureOf(answer);
  const requested = { ...state, orgRequestId: answer.value };
  await tools.store.write(requested);
  return waitForOrg(requested, tools);
}

async function waitForOrg(state: PackageState, { sf, store }: PackageTools): Promise<PackageEnd> {
  const org = await waitForScratchOrg(sf, state.orgRequestId);
  if (org.kind === 'failed') {
    if (org.isLost) await store.write({ ...state, orgRequestId: '' });
    return org;
  }
  const { username, url } = org;
  const after = { ...state, orgRequestId: '', username, url };
  await store.write(after);
  return done(after, username);
}

/** A state of which nothing is installed. */
export function withoutInstalls(state: PackageState): PackageState {
  const versions: PackageState['versions'] = Object.fromEntries(
    Object.entries(state.versions).map(([name, version]) => [name, { ...version, installId: '' }])
  );
  return { ...state, versions, username: '', url: '' };
}
