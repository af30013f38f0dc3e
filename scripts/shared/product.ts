import { runCommand } from 'sf-cli/command';
import type { StepFailure } from './runSteps.ts';
import { removeStaleFiles } from './staleFiles.ts';

const BUNDLES = 'force-app/main/default/lwc';

export const PERMISSION_SET = 'External_User_Enabler';
/** Its users may make partner accounts. Only orgs with partner accounts take it. */
export const PARTNER_PERMISSION_SET = 'External_User_Partner_Accounts';
/** Its users may approve a contact, for which the automation then makes a user. */
export const APPROVER_PERMISSION_SET = 'External_Access_Approver';
/** The name of the quick action of Contact in metadata. */
export const ACTION = 'Enable_External_User';

export type Build = () => Promise<StepFailure | null>;

/** Compiles the components beside their sources, after removing what an earlier build left in them. null when it succeeds. */
export async function buildProduct(): Promise<StepFailure | null> {
  const abandoned = await removeStaleFiles(BUNDLES);
  if (abandoned.length > 0) {
    return {
      kind: 'failed',
      message: 'bundles without a component, which an org refuses. An earlier build may have left them.',
      details: abandoned.map((bundle) => `${BUNDLES}/${bundle}`),
      todo: 'remove these folders, or add what is missing in them.'
    };
  }
  const { exitCode, output } = await runCommand('tsc', ['-p', 'config/tsconfig.build.json', '--pretty', 'false']);
  if (exitCode === 0) return null;
  return {
    kind: 'failed',
    message: 'the compiler refuses the source.',
    details: output.trim().split('\n'),
    todo: 'correct what is named above; npm run build shows it again.'
  };
}
