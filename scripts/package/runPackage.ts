import { join, resolve } from 'node:path';
import type { Sf } from 'sf-cli/sf';
import { runParsed, type Output } from '../shared/commandLine.ts';
import { EXIT } from '../shared/exit.ts';
import type { Build } from '../shared/product.ts';
import { failureText, runSteps, toRunFailure } from '../shared/runSteps.ts';
import { ON_THIS_MACHINE, type localHome, type startLocalHub } from '../scratch-org/main.ts';
import { helpText, parsePackageOptions, type PackageOptions } from './options.ts';
import { NOTHING_DONE, stateStore } from './packageState.ts';
import { packagesIn, readProject } from './project.ts';
import { summaryText, toJson } from './report.ts';
import type { InstalledOrgActions } from './packageStep.ts';
import { packageSteps } from './steps/packageSteps.ts';

/** What the command needs of its process and of the machine; tests hand in their own. */
export interface PackageContext extends Output {
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
  readonly localHome: typeof localHome;
  readonly startLocalHub: typeof startLocalHub;
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

/** Starts a local Dev Hub, which ends with the command and takes its packages along: no run can be resumed. */
async function makeInOwnHub(options: PackageOptions, context: PackageContext): Promise<number> {
  const folder = await context.localHome(context.folder);
  const copy = resolve(folder, 'project');
  const hub = await context.startLocalHub(folder);
  if (hub.kind === 'failed') {
    const failure = toRunFailure('Start a local org', hub);
    if (options.json) context.write(`${toJson(options, { state: NOTHING_DONE, reports: [], failure }, [])}\n`);
    else context.writeError(`${failureText(failure)}\nThen start the same command again.\n`);
    return EXIT.failed;
  }
  try {
    if (!options.json) context.write(`Started a Dev Hub at ${hub.url}\n`);
    const again = 'start the same command again: it begins anew, with another local org.';
    return await make(options, context, { sfIn: hub.sfIn, copy, folder, again });
  } finally {
    await hub.close();
  }
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
