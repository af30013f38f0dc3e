import { known, type Answer } from 'sf-cli/answer';
import { textAt } from 'sf-cli/json';
import type { Sf, SfRefusal } from 'sf-cli/sf';
import type { StepFailure } from '../runSteps.ts';
import { failureOf } from './failure.ts';

/** Asks a Dev Hub for a scratch org, and waits for it: two commands, so that an interrupted wait costs no second org. */

/** How long the creation of a scratch org may take. */
const MINUTES = 20;
/** The CLI's exit code for an org that is there and lacks its settings. */
const PARTIAL = 68;

export interface ScratchOrgRequest {
  readonly definitionFile: string;
  readonly alias: string;
  readonly days: number;
  /** Alias or username; undefined is the CLI's default Dev Hub. */
  readonly devHub: string | undefined;
}

export interface ScratchOrg {
  readonly kind: 'made';
  readonly username: string;
  readonly orgId: string;
  /** Without a trailing slash. */
  readonly url: string;
  /** A day. */
  readonly expires: string;
}

/** Answers the id of the request. */
export async function requestScratchOrg(
  sf: Sf,
  { definitionFile, alias, days, devHub }: ScratchOrgRequest
): Promise<Answer<string, SfRefusal>> {
  const answer = await sf([
    ...['org', 'create', 'scratch', '--async', '--definition-file', definitionFile, '--alias', alias],
    ...['--duration-days', String(days), ...(devHub === undefined ? [] : ['--target-dev-hub', devHub])]
  ]);
  return answer.kind === 'refused' ? answer : known(textAt(answer.value, 'scratchOrgInfo', 'Id'));
}

/** The org; or why there is none, and whether the request is lost, so that a later run has to make another. */
export async function waitForScratchOrg(
  sf: Sf,
  requestId: string
): Promise<ScratchOrg | (StepFailure & { readonly isLost: boolean })> {
  const resume = ['org', 'resume', 'scratch', '--job-id', requestId, '--wait', String(MINUTES)];
  const answer = await sf(resume, MINUTES + 1);
  if (answer.kind === 'refused') {
    const failure = failureOf(answer);
    return isUnderWay(answer)
      ? { ...failure, isLost: false, todo: 'start again: it waits for the same org.' }
      : { ...failure, isLost: true, todo: `${failure.todo} A new scratch org will be asked for.` };
  }
  const { value } = answer;
  return {
    kind: 'made',
    username: textAt(value, 'username'),
    orgId: textAt(value, 'orgId'),
    url: textAt(value, 'authFields', 'instanceUrl').replace(/(?<!\/)\/+$/u, ''),
    expires: textAt(value, 'scratchOrgInfo', 'ExpirationDate')
  };
}

/** Whether a later run can wait for the org: it is still being created, or it lacks its settings. */
function isUnderWay({ code, exitCode }: SfRefusal): boolean {
  return exitCode === PARTIAL || exitCode === null || /Time-?out|StillInProgress/iu.test(code);
}
