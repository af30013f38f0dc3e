import type { Build } from '../shared/product.ts';
import { AUTOMATION } from '../shared/sf/deployment.ts';
import type { Sf } from 'sf-cli/sf';
import { failureText, runSteps, type Run } from '../shared/runSteps.ts';
import { helpText, parseOptions, type DeployCommandOptions } from './options.ts';
import { whatIsLeft } from './placement.ts';
import { deploySteps, NOTHING_DONE, type DeployState } from './steps.ts';

/** What the command needs of the process it runs in. */
export interface Surroundings {
  readonly sf: Sf;
  readonly build: Build;
  readonly write: (text: string) => void;
  readonly complain: (text: string) => void;
  readonly now: () => number;
}

const DEPLOYED = 0;
const FAILED = 1;
const REFUSED = 2;

/** The whole command. Resolves with the exit code. */
export async function runDeploy(args: readonly string[], around: Surroundings): Promise<number> {
  const parsed = parseOptions(args);
  switch (parsed.kind) {
    case 'help':
      around.write(helpText);
      return DEPLOYED;
    case 'refused':
      around.complain(`${parsed.message}\n`);
      return REFUSED;
    case 'deploy':
      return deploy(parsed.options, around);
  }
}

async function deploy({ targetOrg, automation, json }: DeployCommandOptions, around: Surroundings): Promise<number> {
  const write = json ? () => undefined : around.write;
  const steps = deploySteps(around.sf, around.build, targetOrg, automation ? [AUTOMATION] : []);
  const run = await runSteps(steps, NOTHING_DONE, { write, now: around.now });
  if (json) around.write(`${toJson(run)}\n`);
  else if (run.failure === null) around.write(`\n${whatIsLeft(run.state, automation)}\n`);
  else around.complain(`\n${failureText(run.failure)}\n`);
  return run.failure === null ? DEPLOYED : FAILED;
}

function toJson({ state, reports, failure }: Run<DeployState>): string {
  const { username, url, deployId, components, isTranslated } = state;
  return JSON.stringify(
    {
      result: failure === null ? 'deployed' : 'failed',
      org: { username, url },
      deploy: isTranslated === null ? null : { id: deployId, components, translations: isTranslated },
      steps: reports,
      failure
    },
    null,
    2
  );
}
