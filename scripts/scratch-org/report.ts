import type { Run } from '../shared/runSteps.ts';
import { SITE } from './demo.ts';
import type { DemoState } from './demoState.ts';
import { ON_THIS_MACHINE, type ScratchOrgOptions } from './options.ts';
import { readyContactPath } from './steps/openContact.ts';
import { toJsonText } from '../shared/terminalText.ts';

/** For a person: where to click, and which users there are. */
export function summaryText(state: DemoState): string {
  return [
    `Ready: ${state.url}/${readyContactPath(state)}`,
    'Click Enable External User. The other contacts show a partner to be, and what may stand in the way.',
    '',
    `  Site       ${SITE.name}, live`,
    `  You        ${state.username}`,
    `  Sales ops  ${state.salesOpsUsername}; log in as this user from Setup, Users`,
    '  Mail       a scratch org sends system email only until Setup, Deliverability, Access to Send Email says All email'
  ].join('\n');
}

/** For a person: the commands for the new org. */
export function usageText({ alias }: ScratchOrgOptions, state: DemoState): string {
  return [
    `Open it again: npx sf org open --target-org ${alias} --path ${readyContactPath(state)}`,
    `Is it ready?   npm run doctor -- --target-org ${alias}`,
    `Delete it:     npx sf org delete scratch --target-org ${alias}`
  ].join('\n');
}

/** For programs. */
export function toJson({ alias, devHub }: ScratchOrgOptions, { state, reports, failure }: Run<DemoState>): string {
  const { username, orgId, url, siteId, salesOpsUsername, records } = state;
  return toJsonText(
    {
      result: failure === null ? 'ready' : 'failed',
      org: { alias, username, id: orgId, url },
      // A local org is gone when its reader gets this.
      endedWithCommand: devHub === ON_THIS_MACHINE,
      site: { name: SITE.name, id: siteId },
      salesOps: salesOpsUsername,
      contact: failure === null ? `${url}/${readyContactPath(state)}` : null,
      records,
      steps: reports,
      failure
    },
    2
  );
}
