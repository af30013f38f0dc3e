import { runCommand } from 'sf-cli/command';
import type { Failure } from './runSteps.ts';

export const PERMISSION_SET = 'External_User_Enabler';
/** Of the automation: its holders may approve a contact, which makes a user. */
export const APPROVER_PERMISSION_SET = 'External_Access_Approver';
/** The quick action's name in metadata. */
export const ACTION = 'Contact.Enable_External_User';

/** null when all is well. */
export type Build = () => Promise<Failure | null>;

/** Compiles the components beside their sources, as `npm run build` does. */
export async function buildProduct(): Promise<Failure | null> {
  const { exitCode, output } = await runCommand('tsc', ['-p', 'config/tsconfig.build.json', '--pretty', 'false']);
  if (exitCode === 0) return null;
  return {
    message: 'the compiler refuses the source.',
    details: output.trim().split('\n'),
    todo: 'correct what is named above; npm run build shows it again.'
  };
}
