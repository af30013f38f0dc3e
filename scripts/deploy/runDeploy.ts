import { join } from 'node:path';
import type { Sf } from 'sf-cli/sf';
import type { Ask } from '../shared/askOnTerminal.ts';
import { runParsed, toCall, type Output } from '../shared/commandLine.ts';
import { EXIT } from '../shared/exit.ts';
import type { Build } from '../shared/product.ts';
import { failureText, runSteps, type Run } from '../shared/runSteps.ts';
import { AUTOMATION } from '../shared/sf/deployment.ts';
import { COMMAND, helpText, parseDeployOptions, type DeployOptions } from './options.ts';
import { remainingWork } from './remainingWork.ts';
import type { PlaceTools } from './place/placeSteps.ts';
import { inTemporaryFolder } from '../shared/temporaryFolder.ts';
import { NOTHING_DONE, type DeployState } from './deployState.ts';
import { deploySteps } from './steps.ts';
import { toJsonText } from '../shared/terminalText.ts';

/** What the command needs of its process and of the machine; tests hand in their own. */
export interface DeployContext extends Output {
  readonly sf: Sf;
  readonly build: Build;
  /** Asks before a page is changed or flows are activated; null where nobody can be asked. */
  readonly ask: Ask | null;
  /** Milliseconds. */
  readonly now: () => number;
}

/** The whole command. Answers the exit code. */
export async function runDeploy(args: readonly string[], context: DeployContext): Promise<number> {
  const again = `Start it again: ${toCall(COMMAND, args)}`;
  return runParsed(parseDeployOptions(args), helpText, context, (options) => deploy(options, context, again));
}

async function deploy(options: DeployOptions, context: DeployContext, again: string): Promise<number> {
  const asking = options.place !== undefined ? '--place' : options.activateFlows ? '--activate-flows' : null;
  if (asking !== null && options.prompt && context.ask === null) {
    context.writeError(
      `${asking} asks before it changes the org, and there is no terminal to ask on. Nothing was deployed. Add --no-prompt to go on without asking.\n`
    );
    return EXIT.usage;
  }
  return inTemporaryFolder((folder) => deployFrom(folder, options, context, again));
}

async function deployFrom(
  folder: string,
  { targetOrg, automation, activateFlows, place, prompt, json }: DeployOptions,
  context: DeployContext,
  again: string
): Promise<number> {
  const write = json ? () => undefined : context.write;
  const ask = prompt ? context.ask : null;
  const placing: PlaceTools | null =
    place === undefined
      ? null
      : {
          sf: context.sf,
          name: place,
          folder: join(folder, 'page'),
          // JSON is alone on stdout.
          show: json ? context.writeError : context.write,
          ask
        };
  const activation = activateFlows ? { sf: context.sf, ask } : null;
  const folders = automation ? [AUTOMATION] : [];
  const steps = deploySteps(context.sf, context.build, targetOrg, folders, placing, activation);
  const run = await runSteps(steps, NOTHING_DONE, { ...context, write, again });
  if (json) context.write(`${toJson(run)}\n`);
  else if (run.failure === null) context.write(`\n${remainingWork(run.state, automation)}\n`);
  else context.writeError(`\n${failureText(run.failure)}\n`);
  return run.failure === null ? EXIT.done : EXIT.failed;
}

function toJson({ state, reports, failure }: Run<DeployState>): string {
  const { username, url, hasPartnerAccounts, deployId, components, isTranslated, flows, place, isPlaced } = state;
  return toJsonText(
    {
      result: failure === null ? 'deployed' : 'failed',
      org: { username, url },
      deploy:
        isTranslated === null
          ? null
          : { id: deployId, components, translations: isTranslated, partnerAccounts: hasPartnerAccounts },
      flows: flows?.map(({ name, active, latest }) => ({ name, active, latest })) ?? null,
      place: place === null ? null : { page: place.title, action: place.action, isThere: isPlaced },
      steps: reports,
      failure
    },
    2
  );
}
