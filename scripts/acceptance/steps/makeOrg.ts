import { isJson, textAt } from 'sf-cli/json';
import { demoSteps, type DemoState } from '../../scratch-org/main.ts';
import { failureOf } from '../../shared/sf/failure.ts';
import { query } from '../../shared/sf/records.ts';
import type { Step } from '../../shared/runSteps.ts';
import { NOTHING_ACCEPTED, type AcceptanceState } from '../acceptanceState.ts';
import { done, isOfThisMachine, type AcceptanceEnd, type AcceptanceTools } from '../acceptanceStep.ts';
import type { LedgerOrg } from '../ledger/ledger.ts';

/** The steps of `npm run scratch-org`, without the last one, which opens a browser for a person. */
export function makeOrg(tools: AcceptanceTools): readonly Step<AcceptanceState>[] {
  return demoSteps(tools.demo)
    .filter(({ name }) => name !== 'open')
    .map((step) => ({
      name: step.name,
      title: step.title,
      run: async (state): Promise<AcceptanceEnd> => {
        const end = await step.run(state.demo);
        return end.kind === 'done' ? { ...end, state: inOrg(state, end.state) } : end;
      }
    }));
}

/** The state with the org as it is now. What was found out of another org says nothing of this one. */
export function inOrg(state: AcceptanceState, demo: DemoState): AcceptanceState {
  const isAnother = state.demo.orgId !== '' && demo.orgId !== state.demo.orgId;
  return isAnother ? { ...NOTHING_ACCEPTED, demo } : { ...state, demo };
}

/** Asks what kind of org it is, for the head of the ledger. */
export function describeOrg(tools: AcceptanceTools): Step<AcceptanceState> {
  return {
    name: 'describe',
    title: 'Ask the org for its edition and release',
    run: async (state) => {
      const { username } = state.demo;
      const rows = await query(tools.sf, username, 'SELECT OrganizationType FROM Organization');
      if (rows.kind === 'refused') return failureOf(rows);
      const versions = await tools.sf([...['api', 'request', 'rest', '/services/data', '--target-org', username]]);
      if (versions.kind === 'refused') return failureOf(versions);
      const org: LedgerOrg = {
        kind: isOfThisMachine(state) ? 'local' : 'scratch',
        edition: textAt(rows.value[0], 'OrganizationType'),
        ...newestIn(versions.value)
      };
      const date = state.date === '' ? tools.demo.today().toISOString().slice(0, 10) : state.date;
      const after = { ...state, date, org };
      await tools.store.write(after);
      return done(after, `${org.edition}, ${org.release}, API ${org.apiVersion}`);
    }
  };
}

/** The last line of the API's list of versions. */
function newestIn(answer: unknown): Pick<LedgerOrg, 'release' | 'apiVersion'> {
  const body = isJson(answer) && 'body' in answer ? answer['body'] : answer;
  const list: readonly unknown[] = Array.isArray(body) ? body : [];
  return { release: textAt(list.at(-1), 'label'), apiVersion: textAt(list.at(-1), 'version') };
}
