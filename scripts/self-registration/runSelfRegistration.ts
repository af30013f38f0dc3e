import { join } from 'node:path';
import type { Sf } from 'sf-cli/sf';
import { failureText, runSteps } from '../shared/runSteps.ts';
import { inTemporaryFolder } from '../shared/temporaryFolder.ts';
import { removeAccount, setAccount } from './account.ts';
import { findOrg, findProfileAndAccount, findSite } from './find.ts';
import type { Means, RegistrationStep } from './registrationStep.ts';
import { helpText, parseOptions, type SelfRegistrationOptions } from './options.ts';
import { reportText, toJson } from './report.ts';
import { addMember, fetchSettings, turnOff, turnOn } from './settings.ts';
import { NOTHING_KNOWN } from './state.ts';
import { verifyOff, verifyOn } from './verify.ts';

/** What the command needs of the process it runs in. */
export interface Surroundings {
  readonly sf: Sf;
  readonly write: (text: string) => void;
  readonly complain: (text: string) => void;
  readonly now: () => number;
  /** Resolves after so many milliseconds. */
  readonly pause: (milliseconds: number) => Promise<void>;
}

const AS_ASKED = 0;
const FAILED = 1;
const REFUSED = 2;

/** The whole command. Resolves with the exit code. */
export async function runSelfRegistration(args: readonly string[], around: Surroundings): Promise<number> {
  const parsed = parseOptions(args);
  switch (parsed.kind) {
    case 'help':
      around.write(helpText);
      return AS_ASKED;
    case 'refused':
      around.complain(`${parsed.message}\n`);
      return REFUSED;
    case 'run':
      return inTemporaryFolder((folder) => run(parsed.options, around, join(folder, 'site')));
  }
}

async function run(options: SelfRegistrationOptions, around: Surroundings, folder: string): Promise<number> {
  const write = options.json ? () => undefined : around.write;
  const steps = stepsOf(options, { sf: around.sf, folder, dryRun: options.dryRun, pause: around.pause });
  const outcome = await runSteps(steps, NOTHING_KNOWN, { write, now: around.now });
  if (options.json) around.write(`${toJson(outcome, options)}\n`);
  else if (outcome.failure === null) around.write(`\n${reportText(outcome, options)}\n`);
  else around.complain(`\n${failureText(outcome.failure)}\n`);
  return outcome.failure === null ? AS_ASKED : FAILED;
}

/** Whatever could refuse is asked before anything is changed. */
function stepsOf({ targetOrg, site, wanted }: SelfRegistrationOptions, means: Means): RegistrationStep[] {
  const { sf } = means;
  const found = [findOrg(sf, targetOrg), findSite(sf, site)];
  switch (wanted.kind) {
    case 'on':
      return [
        ...found,
        findProfileAndAccount(sf, wanted),
        fetchSettings(means),
        addMember(means),
        turnOn(means),
        setAccount(means),
        verifyOn(means)
      ];
    case 'off':
      return [...found, fetchSettings(means), turnOff(means), removeAccount(means), verifyOff(means)];
  }
}
