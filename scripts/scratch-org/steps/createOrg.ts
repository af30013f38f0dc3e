import { textAt } from 'sf-cli/json';
import { failureOf } from '../../shared/sf/failure.ts';
import { requestScratchOrg, waitForScratchOrg } from '../../shared/sf/scratchOrgRequest.ts';
import { DEFINITION } from '../demo.ts';
import { NOTHING_DONE, type DemoState } from '../demoState.ts';
import { done, type DemoEnd, type DemoStep, type DemoTools } from '../demoStep.ts';

/** Takes the scratch org of the last run, waits for the one that the last run requested, or requests a new one. */
export const createOrg: DemoStep = {
  name: 'org',
  title: 'Create the scratch org',
  run: async (state, tools) => {
    if (state.username !== '') {
      const existing = await findExisting(state, tools);
      if (existing !== null) return existing;
    }
    if (state.requestId !== '') return waitForOrg(state, tools);
    const taken = await findAlias(tools);
    return taken ?? requestOrg(tools);
  }
};

/** null if the CLI no longer knows the org, because it was deleted. */
async function findExisting(state: DemoState, { sf, options }: DemoTools): Promise<DemoEnd | null> {
  const { username } = state;
  const answer = await sf(['org', 'display', '--target-org', username]);
  if (answer.kind === 'refused') return answer.code.startsWith('NamedOrgNotFound') ? null : failureOf(answer);
  const status = textAt(answer.value, 'connectedStatus');
  if (status === 'Connected' || status === '' || status === 'Unknown') return done(state, `${username}, there already`);
  return {
    kind: 'failed',
    message: `${username} can’t be reached (${status}).`,
    details: [],
    todo: `make another with --alias <alias> (now ${options.alias}), or, if it has expired or was deleted, forget it and start again: npx sf org logout --target-org ${username} --no-prompt`
  };
}

/** Refuses an alias that already belongs to another org; null if the alias is free. */
async function findAlias({ sf, options: { alias } }: DemoTools): Promise<DemoEnd | null> {
  const answer = await sf(['alias', 'list']);
  if (answer.kind === 'refused') return failureOf(answer);
  const aliases: readonly unknown[] = Array.isArray(answer.value) ? answer.value : [];
  const owner = aliases.find((entry) => textAt(entry, 'alias') === alias);
  return owner === undefined
    ? null
    : {
        kind: 'failed',
        message: `the alias ${alias} belongs to ${textAt(owner, 'value')}, which this command didn’t make.`,
        details: [],
        todo: `name another: --alias <alias>, or free it: npx sf alias unset ${alias}`
      };
}

async function requestOrg(tools: DemoTools): Promise<DemoEnd> {
  const { alias, devHub, durationDays } = tools.options;
  const answer = await requestScratchOrg(tools.sf, { definitionFile: DEFINITION, alias, days: durationDays, devHub });
  if (answer.kind === 'refused') return failureOf(answer);
  const requested = { ...NOTHING_DONE, requestId: answer.value };
  await tools.store.write(requested);
  return waitForOrg(requested, tools);
}

async function waitForOrg(state: DemoState, { sf, store }: DemoTools): Promise<DemoEnd> {
  const org = await waitForScratchOrg(sf, state.requestId);
  if (org.kind === 'failed') {
    if (org.isLost) await store.write(NOTHING_DONE);
    return org;
  }
  const { username, orgId, url, expires } = org;
  const after = { ...state, requestId: '', username, orgId, url };
  await store.write(after);
  return done(after, `${username}, until ${expires}`);
}
