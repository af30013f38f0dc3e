import type { Sf } from 'sf-cli/sf';
import { runParsed, toCall, type Output } from '../shared/commandLine.ts';
import { EXIT } from '../shared/exit.ts';
import type { Build } from '../shared/product.ts';
import { failureText, runSteps, type Run } from '../shared/runSteps.ts';
import { AUTOMATION } from '../shared/sf/deployment.ts';
import { COMMAND, helpText, parseDeployOptions, type DeployOptions } from './options.ts';
import { remainingWork } from './remainingWork.ts';
import { deploySteps, NOTHING_DONE, type DeployState } from './steps.ts';
import { toJsonText } from '../shared/terminalText.ts';

/** What the command needs of its process and of the machine; tests hand in their own. */
export interface DeployContext extends Output {
  readonly sf: Sf;
  readonly build: Build;
  /** Milliseconds. */
  readonly now: () => number;
}

/** The whole command. Answers the exit code. */
export async function runDeploy(args: readonly string[], context: DeployContext): Promise<number> {
  const again = `Start it again: ${toCall(COMMAND, args)}`;
  return runParsed(parseDeployOptions(args), helpText, context, (options) => deploy(options, context, again));
}

async function deploy(
  { targetOrg, automation, json }: DeployOptions,
  context: DeployContext,
  again: string
): Promise<number> {
  const write = json ? () => undefined : context.write;
  const steps = deploySteps(context.sf, context.build, targetOrg, automation ? [AUTOMATION] : []);
  const run = await runSteps(steps, NOTHING_DONE, { ...context, write, again });
  if (json) context.write(`${toJson(run)}\n`);
  else if (run.failure === null) context.write(`\n${remainingWork(run.state, automation)}\n`);
  else context.writeError(`\n${failureText(run.failure)}\n`);
  return run.failure === null ? EXIT.done : EXIT.failed;
}

function toJson({ state, reports, failure }: Run<DeployState>): string {
  const { username, url, hasPartnerAccounts, deployId, components, isTranslated } = state;
  return toJsonText(
    {
      result: failure === null ? 'deployed' : 'failed',
      org: { username, url },
      deploy:
        isTranslated === null
          ? null
          : { id: deployId, components, translations: isTranslated, partnerAccounts: hasPartnerAccounts },
      steps: reports,
      failure
    },
    2
  );
}
