import { textAt, valueAt } from 'sf-cli/json';
import { failureOf } from '../../shared/sf/failure.ts';
import type { SfRefusal } from 'sf-cli/sf';
import { DEFINITION } from '../demo.ts';
import { NOTHING_DONE, type DemoState } from '../demoState.ts';
import { done, refusedBy, type DemoEnd, type DemoStep, type Tools } from '../demoStep.ts';

/** How long a scratch org may take. */
const MINUTES = 20;

/**
 * The scratch org: the one of the last run, the one asked for in the last run, or a new one. It is asked for first and
 * waited for then, so that a wait that is broken off costs no second scratch org.
 */
export const createOrg: DemoStep = {
  name: 'org',
  title: 'Create the scratch org',
  run: async (state, tools) => {
    if (state.username !== '') {
      const known = await findKnown(state, tools);
      if (known !== null) return known;
    }
    if (state.requestId !== '') return waitFor(state, tools);
    const taken = await findAlias(tools);
    return taken ?? ask(tools);
  }
};

/** null when the CLI doesn't know it any more: it was deleted. */
async function findKnown(state: DemoState, { sf, options }: Tools): Promise<DemoEnd | null> {
  const { username } = state;
  const answer = await sf(['org', 'display', '--target-org', username]);
  if (answer.kind === 'refused') return answer.name.startsWith('NamedOrgNotFound') ? null : refusedBy(answer);
  const status = textAt(answer.result, 'connectedStatus');
  if (status === 'Connected' || status === '' || status === 'Unknown') return done(state, `${username}, there already`);
  return {
    kind: 'failed',
    message: `${username} can’t be reached (${status}).`,
    details: [],
    todo: `if it has expired or was deleted, forget it and start again: sf org logout --target-org ${username} --no-prompt. Or make another: --alias <alias> (now ${options.alias}).`
  };
}

/** Nobody's org is made a demo of: null when the alias is free. */
async function findAlias({ sf, options: { alias } }: Tools): Promise<DemoEnd | null> {
  const answer = await sf(['alias', 'list']);
  if (answer.kind === 'refused') return refusedBy(answer);
  const aliases: readonly unknown[] = Array.isArray(answer.result) ? answer.result : [];
  const owner = aliases.find((entry) => textAt(entry, 'alias') === alias);
  return owner === undefined
    ? null
    : {
        kind: 'failed',
        message: `the alias ${alias} belongs to ${textAt(owner, 'value')}, which this command didn’t make.`,
        details: [],
        todo: `name another: --alias <alias>, or free it: sf alias unset ${alias}.`
      };
}

async function ask(tools: Tools): Promise<DemoEnd> {
  const { alias, devHub, durationDays } = tools.options;
  const answer = await tools.sf([
    ...['org', 'create', 'scratch', '--async', '--definition-file', DEFINITION, '--alias', alias],
    ...['--duration-days', String(durationDays), ...(devHub === undefined ? [] : ['--target-dev-hub', devHub])]
  ]);
  if (answer.kind === 'refused') return refusedBy(answer);
  const asked = { ...NOTHING_DONE, requestId: textAt(answer.result, 'scratchOrgInfo', 'Id') };
  await tools.store.write(asked);
  return waitFor(asked, tools);
}

async function waitFor(state: DemoState, { sf, store }: Tools): Promise<DemoEnd> {
  const resume = ['org', 'resume', 'scratch', '--job-id', state.requestId, '--wait', String(MINUTES)];
  const answer = await sf(resume, MINUTES + 1);
  if (answer.kind === 'refused') {
    const isLost = !isUnderWay(answer);
    if (isLost) await store.write(NOTHING_DONE);
    const failure = failureOf(answer);
    return {
      kind: 'failed',
      ...failure,
      todo: isLost ? `${failure.todo} A new scratch org will be asked for.` : 'start again: it waits for the same org.'
    };
  }
  const { result } = answer;
  const username = textAt(result, 'username');
  const after = {
    ...state,
    requestId: '',
    username,
    orgId: textAt(result, 'orgId'),
    url: textAt(result, 'authFields', 'instanceUrl').replace(/\/+$/u, '')
  };
  await store.write(after);
  return done(after, `${username}, until ${textAt(valueAt(result, 'scratchOrgInfo'), 'ExpirationDate')}`);
}

/** The org is being made still, or is there and lacks its settings (exit code 68): both can be gone on with. */
function isUnderWay({ name, exitCode }: SfRefusal): boolean {
  const PARTIAL = 68;
  return exitCode === PARTIAL || exitCode === null || /Time-?out|StillInProgress/iu.test(name);
}
