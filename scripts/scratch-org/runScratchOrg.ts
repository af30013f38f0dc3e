import { join } from 'node:path';
import type { Build } from '../shared/product.ts';
import { LOCAL } from 'sf-cli/localSf';
import type { Sf } from 'sf-cli/sf';
import { failureText, runSteps, type Failure } from '../shared/runSteps.ts';
import { NOTHING_DONE, stateStore, type StateStore } from './demoState.ts';
import type { answersAsLocal, startLocalHub } from './localHub.ts';
import { helpText, parseOptions, type ScratchOrgOptions } from './options.ts';
import { howToUseIt, toJson, whatThereIs } from './report.ts';
import { readyContactPath } from './steps/openContact.ts';
import { demoSteps } from './steps/demoSteps.ts';

/** What the command needs of the process it runs in. */
export interface Surroundings {
  readonly sf: Sf;
  readonly build: Build;
  /** Where it keeps what it knows between runs. */
  readonly folder: string;
  readonly write: (text: string) => void;
  readonly complain: (text: string) => void;
  readonly now: () => number;
  readonly pause: (milliseconds: number) => Promise<void>;
  readonly answersAsLocal: typeof answersAsLocal;
  readonly startLocalHub: typeof startLocalHub;
  readonly openBrowser: (url: string) => Promise<void>;
  /** Resolves when the user has enough. */
  readonly interrupted: () => Promise<void>;
}

const READY = 0;
const FAILED = 1;
const REFUSED = 2;

/** The whole command. Resolves with the exit code. */
export async function runScratchOrg(args: readonly string[], around: Surroundings): Promise<number> {
  const parsed = parseOptions(args);
  switch (parsed.kind) {
    case 'help':
      around.write(helpText);
      return READY;
    case 'refused':
      around.complain(`${parsed.message}\n`);
      return REFUSED;
    case 'make': {
      const { options } = parsed;
      return options.devHub === LOCAL && !(await around.answersAsLocal(around.sf))
        ? makeOnThisMachine(options, around)
        : makeInDevHub(options, around);
    }
  }
}

async function makeInDevHub(options: ScratchOrgOptions, around: Surroundings): Promise<number> {
  const again = 'Then start the same command again: it goes on with this step.';
  const store = stateStore(around.folder, options.alias);
  const made = await make(options, around, { sf: around.sf, store, again });
  if (made === null) return FAILED;
  if (!options.json) around.write(`\n${howToUseIt(options, made)}\n`);
  return READY;
}

/** A Dev Hub of our own, whose orgs end with it: there is nothing to go on with. */
async function makeOnThisMachine(options: ScratchOrgOptions, around: Surroundings): Promise<number> {
  const hub = await around.startLocalHub(join(around.folder, 'local-home'));
  if (hub.kind === 'failed') {
    tell(options, around, { step: 'Start a local org', ...hub }, 'Then start the same command again.');
    return FAILED;
  }
  try {
    if (!options.json) around.write(`No org answers as ${LOCAL}: started a Dev Hub at ${hub.url}\n`);
    const store = stateStore(around.folder, `${LOCAL}-${options.alias}`);
    await store.write(NOTHING_DONE);
    const again = 'Then start the same command again: it begins anew, with another local org.';
    // The CLI has another home here, which is none for a browser.
    const made = await make({ ...options, open: false }, around, { sf: hub.sf, store, again });
    if (made === null) return FAILED;
    if (options.open) {
      await around.openBrowser(`${made.url}/${readyContactPath(made)}`);
      around.write('\nThe org is there until Ctrl-C.\n');
      await around.interrupted();
    }
    return READY;
  } finally {
    await hub.close();
  }
}

interface Making {
  readonly sf: Sf;
  readonly store: StateStore;
  /** What starting the command again does after a failure. */
  readonly again: string;
}

/** null when a step failed, which has been said then. */
async function make(options: ScratchOrgOptions, around: Surroundings, { sf, store, again }: Making) {
  const { build, pause, now } = around;
  const folder = join(around.folder, options.alias);
  const write = options.json ? () => undefined : around.write;
  const steps = demoSteps({ sf, build, options, store, folder, pause });
  const run = await runSteps(steps, await store.read(), { write, now });
  if (options.json) around.write(`${toJson(options, run)}\n`);
  else if (run.failure === null) around.write(`\n${whatThereIs(run.state)}\n`);
  else around.complain(`\n${failureText(run.failure)}\n${again}\n`);
  return run.failure === null ? run.state : null;
}

function tell(
  options: ScratchOrgOptions,
  around: Surroundings,
  failure: Failure & { readonly step: string },
  again: string
): void {
  if (options.json) around.write(`${toJson(options, { state: NOTHING_DONE, reports: [], failure })}\n`);
  else around.complain(`${failureText(failure)}\n${again}\n`);
}
