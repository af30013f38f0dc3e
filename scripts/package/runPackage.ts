import { join, resolve } from 'node:path';
import type { Sf } from 'sf-cli/sf';
import { runParsed } from '../shared/commandLine.ts';
import { EXIT } from '../shared/exit.ts';
import type { Build } from '../shared/product.ts';
import { failureText, runSteps, type RunFailure } from '../shared/runSteps.ts';
import { ON_THIS_MACHINE, runInOwnHub, type OwnHubContext } from '../scratch-org/main.ts';
import { helpText, parsePackageOptions, type PackageOptions } from './options.ts';
import { NOTHING_DONE, stateStore } from './packageState.ts';
import { packagesIn, readProject } from './project.ts';
import { summaryText, toJson } from './report.ts';
import type { InstalledOrgActions } from './packageStep.ts';
import { packageSteps } from './steps/packageSteps.ts';

/** What the command needs of its process and of the machine; tests hand in their own. */
export interface PackageContext extends OwnHubContext {
  /** The CLI, which works on the project in a folder. */
  readonly sfIn: (folder: string) => Sf;
  readonly build: Build;
  /** The project. */
  readonly root: string;
  /** Where the command keeps what it knows between runs, and the copy of the project. */
  readonly folder: string;
  /** Milliseconds. */
  readonly now: () => number;
  readonly today: () => Date;
  readonly pause: (milliseconds: number) => Promise<void>;
  readonly installed: InstalledOrgActions;
}

/** The whole command. Answers the exit code. */
export async function runPackage(args: readonly string[], context: PackageContext): Promise<number> {
  return runParsed(parsePackageOptions(args), helpText, context, async (options) =>
    options.devHub === ON_THIS_MACHINE ? makeInOwnHub(options, context) : makeInDevHub(options, context)
  );
}

async function makeInDevHub(options: PackageOptions, context: PackageContext): Promise<number> {
  const copy = resolve(context.folder, 'project');
  return make(options, context, {
    sfIn: context.sfIn,
    copy,
    folder: context.folder,
    again: 'start the same command again: it goes on with this step.'
  });
}

async function makeInOwnHub(options: PackageOptions, context: PackageContext): Promise<number> {
  const toFailureJson = (failure: RunFailure): string =>
    toJson(options, { state: NOTHING_DONE, reports: [], failure }, []);
  return runInOwnHub(context, { json: options.json, toJson: toFailureJson }, ({ sfIn }, folder) =>
    make(options, context, {
      sfIn,
      copy: resolve(folder, 'project'),
      folder,
      again: 'start the same command again: it begins anew, with another local org.'
    })
  );
}

interface Making {
  readonly sfIn: PackageContext['sfIn'];
  readonly copy: string;
  readonly folder: string;
  /** What to do after a failure or a signal, and what happens then. */
  readonly again: string;
}

/** Runs the steps and reports on them. */
async function make(
  options: PackageOptions,
  context: PackageContext,
  { sfIn, copy, folder, again }: Making
): Promise<number> {
  const { build, root, pause, now, today, installed, whenInterrupted } = context;
  const project = await readProject(root);
  const packages = packagesIn(project);
  const store = stateStore(join(folder, 'hubs'), options.devHub ?? 'default');
  const write = options.json ? () => undefined : context.write;
  const place = {
    sf: sfIn(resolve(root)),
    folder: join(folder, 'installed'),
    picture: join(context.folder, 'action.png'),
    today
  };
  const tools = { sf: sfIn(copy), build, options, store, root, copy, project, packages, installed, place, pause };
  const steps = packageSteps(tools);
  const run = await runSteps(steps, await store.read(), { write, now, whenInterrupted, again: `To go on, ${again}` });
  if (options.json) context.write(`${toJson(options, run, packages)}\n`);
  else if (run.failure === null) context.write(`\n${summaryText(options, run.state, packages)}\n`);
  else context.writeError(`\n${failureText(run.failure)}\nThen ${again}\n`);
  if (run.failure !== null) return EXIT.failed;
  // The next run makes new versions.
  await store.write({ ...run.state, versions: {} });
  return EXIT.done;
}
