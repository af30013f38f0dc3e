import { join } from 'node:path';
import type { Sf } from 'sf-cli/sf';
import { runParsed, toCall, type Output } from '../shared/commandLine.ts';
import { EXIT } from '../shared/exit.ts';
import { failureText, runSteps } from '../shared/runSteps.ts';
import { inTemporaryFolder } from '../shared/temporaryFolder.ts';
import { removeAccount, setAccount } from './account.ts';
import { findProfileAndAccount, findSite, findTargetOrg } from './find.ts';
import { COMMAND, helpText, parseSelfRegistrationOptions, type SelfRegistrationOptions } from './options.ts';
import { NOTHING_KNOWN } from './registrationState.ts';
import type { RegistrationStep, RegistrationTools } from './registrationStep.ts';
import { reportText, toJson } from './report.ts';
import { addMember, fetchSettings, turnOff, turnOn } from './siteSettings.ts';
import { verifyOff, verifyOn } from './verify.ts';

/** What the command needs of its process and of the machine; tests hand in their own. */
export interface SelfRegistrationContext extends Output {
  readonly sf: Sf;
  /** Milliseconds. */
  readonly now: () => number;
  /** Resolves after so many milliseconds. */
  readonly pause: (milliseconds: number) => Promise<void>;
}

/** The whole command. Answers the exit code. */
export async function runSelfRegistration(args: readonly string[], context: SelfRegistrationContext): Promise<number> {
  const again = `It changes only what is missing. Start it again: ${toCall(COMMAND, args)}`;
  return runParsed(parseSelfRegistrationOptions(args), helpText, context, (options) =>
    inTemporaryFolder((folder) => execute(options, context, { folder: join(folder, 'site'), again }))
  );
}

async function execute(
  options: SelfRegistrationOptions,
  context: SelfRegistrationContext,
  { folder, again }: { readonly folder: string; readonly again: string }
): Promise<number> {
  const write = options.json ? () => undefined : context.write;
  const steps = withInterruption(
    options.dryRun,
    stepsOf(options, { sf: context.sf, folder, dryRun: options.dryRun, pause: context.pause })
  );
  const run = await runSteps(steps, NOTHING_KNOWN, { ...context, write, again });
  if (options.json) context.write(`${toJson(run, options)}\n`);
  else if (run.failure === null) context.write(`\n${reportText(run, options)}\n`);
  else context.writeError(`\n${failureText(run.failure)}\n`);
  return run.failure === null ? EXIT.done : EXIT.failed;
}

const CHANGING_STEPS = ['member', 'on', 'off', 'account'];

function withInterruption(dryRun: boolean, steps: readonly RegistrationStep[]): RegistrationStep[] {
  return steps.map((step) => ({
    ...step,
    leaves: ({ changes }) =>
      dryRun || (changes.length === 0 && !CHANGING_STEPS.includes(step.name))
        ? 'Nothing was changed.'
        : 'The org may have carried out this step, and keeps the changes of the steps before it.'
  }));
}

/** All steps that find something come before those that change something. */
function stepsOf({ targetOrg, site, target }: SelfRegistrationOptions, tools: RegistrationTools): RegistrationStep[] {
  const { sf } = tools;
  const found = [findTargetOrg(sf, targetOrg), findSite(sf, site)];
  switch (target.kind) {
    case 'on':
      return [
        ...found,
        findProfileAndAccount(sf, target),
        fetchSettings(tools),
        addMember(tools),
        turnOn(tools),
        setAccount(tools),
        verifyOn(tools)
      ];
    case 'off':
      return [...found, fetchSettings(tools), turnOff(tools), removeAccount(tools), verifyOff(tools)];
  }
}
