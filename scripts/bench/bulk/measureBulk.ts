import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { numberAt } from 'sf-cli/json';
import { localEnvironment, logInToLocalOrg } from 'sf-cli/localSf';
import { inTemporaryFolder } from '../../shared/temporaryFolder.ts';
import {
  CommandFailed,
  measureCommand,
  readOurCommand,
  type CommandLine,
  type Finished,
  type Measured
} from '../shared/measureCommand.ts';
import { PROFILE, startPopulatedOrg, type Pace, type PopulatedOrg } from '../shared/populatedOrg.ts';
import type { Tell } from '../shared/runBench.ts';
import type { Measurement, PacedMeasurement, RefusedFile, SizeMeasurement } from './measurement.ts';

/** The first commands are slower, as the org's code is not compiled yet. They create so many rows and are not counted. */
const ROWS_TO_WARM_UP = 1000;
/** A million rows would take twenty minutes at the usual pace, three times. */
const MOST_PACED_ROWS = 100_000;
/** "150 MB of base64 encoded content" is the most that a job takes (Bulk API 2.0, Upload Job Data). */
const MOST_BYTES_OF_A_JOB = (150 * 1024 * 1024 * 3) / 4;

/** Creates users for contacts with both commands, for each size. Rejects when a command doesn't create them all. */
export async function measureBulk(sizes: readonly number[], pace: Pace, tell: Tell): Promise<Measurement> {
  tell('Starting the local org');
  const org = await startPopulatedOrg();
  try {
    return await inTemporaryFolder(async (home) => {
      await logInToLocalOrg(home, org);
      const commands = createCommands(org, home, await readOurCommand());
      tell('Warming up');
      await measureSize(org, commands, Math.min(ROWS_TO_WARM_UP, ...sizes), null, tell);
      const found: SizeMeasurement[] = [];
      for (const rows of sizes) {
        const isPaced = rows <= MOST_PACED_ROWS && (pace.rowsPerSecond > 0 || pace.latencyMilliseconds > 0);
        found.push(await measureSize(org, commands, rows, isPaced ? pace : null, tell));
      }
      return { pace, sizes: found };
    });
  } finally {
    await org.stop();
  }
}

async function measureSize(
  org: PopulatedOrg,
  commands: Commands,
  rows: number,
  pace: Pace | null,
  tell: Tell
): Promise<SizeMeasurement> {
  const of = `${rows.toLocaleString('en-US')} contacts`;
  tell(`enable-users plan of ${of}`);
  await org.beginAgain(rows);
  await commands.writeContacts();
  const plan = await commands.plan(rows);
  tell(`enable-users run of ${of}`);
  const run = await commands.run(rows);
  await commands.writeUsers();
  tell(`sf data import bulk of ${of}`);
  await org.beginAgain(rows);
  const sf = await commands.importOrRefusal(rows);
  const paced = pace === null ? null : await measurePaced(org, commands, rows, pace, tell);
  await commands.forgetPlan();
  return { rows, plan: toMeasured(plan), unpaced: { run: toMeasured(run), sf }, paced };
}

async function measurePaced(
  org: PopulatedOrg,
  commands: Commands,
  rows: number,
  pace: Pace,
  tell: Tell
): Promise<PacedMeasurement> {
  const beginPaced = async (what: string): Promise<void> => {
    tell(`${what} of ${rows.toLocaleString('en-US')} contacts at the pace of a real org`);
    await org.beginAgain(rows);
    await org.setPace(pace);
  };
  await beginPaced('enable-users run');
  const run = await commands.run(rows);
  await beginPaced('enable-users run of an accepted plan');
  const { startedAt } = await commands.runPlan(rows);
  const secondsToFirstUser = ((await org.firstUserAt()) - startedAt) / 1000;
  await beginPaced('sf data import bulk');
  const sf = await commands.importUsers(rows);
  return { run: toMeasured(run), sf: toMeasured(sf), secondsToFirstUser };
}

type MeasuredFinish = Measured & Finished;

/** The commands, each of which rejects unless it takes all rows. */
interface Commands {
  writeContacts(): Promise<void>;
  writeUsers(): Promise<void>;
  plan(rows: number): Promise<MeasuredFinish>;
  /** Plans in a folder of its own, and runs the plan. */
  run(rows: number): Promise<MeasuredFinish>;
  /** Runs what `plan` has planned. */
  runPlan(rows: number): Promise<MeasuredFinish>;
  importUsers(rows: number): Promise<MeasuredFinish>;
  /** The size of the file where no job takes it, and the CLI ends with an error. */
  importOrRefusal(rows: number): Promise<Measured | RefusedFile>;
  forgetPlan(): Promise<void>;
}

function createCommands(org: PopulatedOrg, home: string, ours: CommandLine): Commands {
  const environment = localEnvironment(home, org.accessToken);
  const [contacts, users] = [join(home, 'contacts.csv'), join(home, 'users.csv')];
  const [planFolder, runFolder] = [join(home, 'plan'), join(home, 'run')];
  const source = ['--file', contacts, '--profile', PROFILE];
  const remove = (folder: string): Promise<void> => rm(folder, { recursive: true, force: true });

  async function measure(
    command: CommandLine,
    rows: number,
    ...count: readonly [string, ...string[]]
  ): Promise<MeasuredFinish> {
    const before = await org.requests();
    const finished = await measureCommand([...command, '--json'], environment);
    const done = numberAt(finished.printed, 'result', ...count);
    if (done !== rows) throw new Error(`Of ${String(rows)} rows a command took ${String(done)}`);
    return { ...finished, calls: (await org.requests()) - before };
  }
  const importUsers = (rows: number): Promise<MeasuredFinish> =>
    measure(
      ['sf', 'data', 'import', 'bulk', '--sobject', 'User', '--file', users, '--wait', '120'],
      rows,
      'successfulRecords'
    );

  return {
    writeContacts: () => org.writeContacts(contacts),
    writeUsers: () => org.writeUsers(users),
    plan: (rows) => measure([...ours, 'plan', ...source, '--run-folder', planFolder], rows, 'counts', 'enable'),
    run: async (rows) => {
      const run = await measure([...ours, 'run', ...source, '--run-folder', runFolder], rows, 'counts', 'created');
      await remove(runFolder);
      return run;
    },
    runPlan: (rows) => measure([...ours, 'run', '--run-folder', planFolder], rows, 'counts', 'created'),
    importUsers,
    importOrRefusal: async (rows) => {
      const { size } = await stat(users);
      try {
        return toMeasured(await importUsers(rows));
      } catch (error) {
        if (error instanceof CommandFailed && size > MOST_BYTES_OF_A_JOB) return { refusedBytes: size };
        throw error;
      }
    },
    forgetPlan: () => remove(planFolder)
  };
}

function toMeasured({ seconds, peakBytes, processorSeconds, calls }: Measured): Measured {
  return { seconds, peakBytes, processorSeconds, calls };
}
