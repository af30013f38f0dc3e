import { join } from 'node:path';
import type { Sf } from 'sf-cli/sf';
import { runParsed } from '../shared/commandLine.ts';
import { EXIT } from '../shared/exit.ts';
import type { Build } from '../shared/product.ts';
import { failureText, runSteps, type RunFailure } from '../shared/runSteps.ts';
import { NOTHING_DONE, stateStore, type DemoState } from './demoState.ts';
import { helpText, ON_THIS_MACHINE, parseScratchOrgOptions, type ScratchOrgOptions } from './options.ts';
import { runInOwnHub, type OwnHubContext } from './ownHub.ts';
import { summaryText, toJson, usageText } from './report.ts';
import { readyContactPath } from './steps/openContact.ts';
import { demoSteps } from './steps/demoSteps.ts';
import type { StateStore } from '../shared/stateFile.ts';

/** What the command needs of its process and of the machine; tests hand in their own. */
export interface ScratchOrgContext extends OwnHubContext {
  readonly sf: Sf;
  readonly build: Build;
  /** Where the command keeps what it knows between runs. */
  readonly folder: string;
  /** Milliseconds. */
  readonly now: () => number;
  readonly today: () => Date;
  readonly pause: (milliseconds: number) => Promise<void>;
  readonly openBrowser: (url: string) => Promise<void>;
  /** Resolves when the user presses Ctrl-C. */
  readonly interrupted: () => Promise<void>;
}

/** The whole command. Answers the exit code. */
export async function runScratchOrg(args: readonly string[], context: ScratchOrgContext): Promise<number> {
  return runParsed(parseScratchOrgOptions(args), helpText, context, async (options) =>
    options.devHub === ON_THIS_MACHINE ? makeInOwnHub(options, context) : makeInDevHub(options, context)
  );
}

async function makeInDevHub(options: ScratchOrgOptions, context: ScratchOrgContext): Promise<number> {
  const again = 'start the same command again: it goes on with this step.';
  const store = stateStore(context.folder, options.alias);
  const made = await make(options, context, { sf: context.sf, store, again });
  if (made === null) return EXIT.failed;
  if (!options.json) context.write(`\n${usageText(options, made)}\n`);
  return EXIT.done;
}

async function makeInOwnHub(options: ScratchOrgOptions, context: ScratchOrgContext): Promise<number> {
  const toFailureJson = (failure: RunFailure): string => toJson(options, { state: NOTHING_DONE, reports: [], failure });
  return runInOwnHub(context, { json: options.json, toJson: toFailureJson }, async ({ sf }, folder) => {
    const store = stateStore(folder, options.alias);
    const again = 'start the same command again: it begins anew, with another local org.';
    // The CLI would open a browser with its other home folder, in which the browser can't work.
    const made = await make({ ...options, open: false }, { ...context, folder }, { sf, store, again });
    if (made === null) return EXIT.failed;
    if (options.json) return EXIT.done;
    if (options.open) await context.openBrowser(`${made.url}/${readyContactPath(made)}`);
    context.write('\nThe org is there until Ctrl-C.\n');
    await context.interrupted();
    context.write('\nStopped. The org was in memory only, and is gone. The same command makes another one.\n');
    return EXIT.done;
  });
}

interface Making {
  readonly sf: Sf;
  readonly store: StateStore<DemoState>;
  /** What to do after a failure or a signal, and what happens then. */
  readonly again: string;
}

/** Runs the steps and reports on them. null when a step failed. */
async function make(options: ScratchOrgOptions, context: ScratchOrgContext, { sf, store, again }: Making) {
  const { build, pause, now, today, whenInterrupted } = context;
  const folder = join(context.folder, options.alias);
  const write = options.json ? () => undefined : context.write;
  const steps = demoSteps({ sf, build, options, store, folder, pause, today });
  const run = await runSteps(steps, await store.read(), { write, now, whenInterrupted, again: `To go on, ${again}` });
  if (options.json) context.write(`${toJson(options, run)}\n`);
  else if (run.failure === null) context.write(`\n${summaryText(run.state)}\n`);
  else context.writeError(`\n${failureText(run.failure)}\nThen ${again}\n`);
  return run.failure === null ? run.state : null;
}
