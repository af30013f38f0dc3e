import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { numberAt } from 'sf-cli/json';
import { localEnvironment, logInToLocalOrg } from 'sf-cli/localSf';
import { inTemporaryFolder } from '../../shared/temporaryFolder.ts';
import {
  measureCommand,
  readOurCommand,
  type CommandLine,
  type Finished,
  type Measured
} from '../shared/measureCommand.ts';
import { PROFILE, startPopulatedOrg, type PopulatedOrg } from '../shared/populatedOrg.ts';
import type { Tell } from '../shared/runBench.ts';
import type { Measurement, SizeMeasurement } from './measurement.ts';

/** The first commands are slower, as the org's code is not compiled yet. They create so many rows and are not counted. */
const ROWS_TO_WARM_UP = 1000;

/** Creates users for contacts with both commands, for each size. Rejects when a command doesn't create them all. */
export async function measureBulk(sizes: readonly number[], tell: Tell): Promise<Measurement> {
  tell('Starting the local org');
  const org = await startPopulatedOrg();
  try {
    return await inTemporaryFolder(async (home) => {
      await logInToLocalOrg(home, org);
      const measureSize = createMeasuring(org, home, await readOurCommand(), tell);
      tell('Warming up');
      await measureSize(Math.min(ROWS_TO_WARM_UP, ...sizes));
      const measurement: SizeMeasurement[] = [];
      for (const rows of sizes) measurement.push(await measureSize(rows));
      return measurement;
    });
  } finally {
    await org.stop();
  }
}

function createMeasuring(
  org: PopulatedOrg,
  home: string,
  ours: CommandLine,
  tell: Tell
): (rows: number) => Promise<SizeMeasurement> {
  const environment = localEnvironment(home, org.accessToken);
  const [contacts, users] = [join(home, 'contacts.csv'), join(home, 'users.csv')];
  const folders = { plan: join(home, 'plan'), run: join(home, 'run') };

  async function measure(command: CommandLine): Promise<Measured & Pick<Finished, 'printed'>> {
    const before = await org.requests();
    const finished = await measureCommand(command, environment);
    return { ...finished, calls: (await org.requests()) - before };
  }
  const enable = (command: keyof typeof folders): ReturnType<typeof measure> => {
    const source = ['--file', contacts, '--profile', PROFILE, '--run-folder', folders[command]];
    return measure([...ours, command, ...source, '--json']);
  };

  return async (rows) => {
    const of = `${rows.toLocaleString('en-US')} contacts`;
    tell(`enable-users plan of ${of}`);
    await org.beginAgain(rows);
    await org.writeContacts(contacts);
    const plan = await enable('plan');
    expectAll(rows, numberAt(plan.printed, 'result', 'counts', 'enable'));
    tell(`enable-users run of ${of}`);
    const run = await enable('run');
    expectAll(rows, numberAt(run.printed, 'result', 'counts', 'created'));
    await org.writeUsers(users);
    tell(`sf data import bulk of ${of}`);
    await org.beginAgain(rows);
    const sf = await measure([
      'sf',
      'data',
      'import',
      'bulk',
      '--sobject',
      'User',
      '--file',
      users,
      '--wait',
      '120',
      '--json'
    ]);
    expectAll(rows, numberAt(sf.printed, 'result', 'successfulRecords'));
    await Promise.all(Object.values(folders).map((folder) => rm(folder, { recursive: true, force: true })));
    return { rows, plan: toMeasured(plan), run: toMeasured(run), sf: toMeasured(sf) };
  };
}

function toMeasured({ seconds, peakBytes, calls }: Measured): Measured {
  return { seconds, peakBytes, calls };
}

function expectAll(rows: number, count: number | null): void {
  if (count !== rows) throw new Error(`Of ${String(rows)} rows a command took ${String(count)}`);
}
