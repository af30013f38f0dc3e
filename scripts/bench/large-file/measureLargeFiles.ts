import { createReadStream } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { numberAt } from 'sf-cli/json';
import { localEnvironment, logInToLocalOrg } from 'sf-cli/localSf';
import { inTemporaryFolder } from '../../shared/temporaryFolder.ts';
import { measureCommand, readOurCommand, type Finished } from '../shared/measureCommand.ts';
import { PROFILE, startPopulatedOrg } from '../shared/populatedOrg.ts';
import type { Tell } from '../shared/runBench.ts';

export const BYTES_PER_ROW = 1000;
/** The rows name them again and again. The first row of a contact is enabled; the others are skipped. */
const CONTACTS = 1000;
const ROWS_AT_ONCE = 1000;

export interface FileMeasurement {
  readonly megabytes: number;
  readonly plan: Finished;
}

/** Plans the users of a file of each size, the smallest first. */
export async function measureLargeFiles(sizes: readonly number[], tell: Tell): Promise<readonly FileMeasurement[]> {
  const org = await startPopulatedOrg();
  try {
    return await inTemporaryFolder(async (home) => {
      await logInToLocalOrg(home, org);
      await org.beginAgain(CONTACTS);
      const contacts = join(home, 'contacts.csv');
      await org.writeContacts(contacts);
      const ids = (await Array.fromAsync(createInterface({ input: createReadStream(contacts) }))).slice(1);
      const planFile = await createPlanner(home, ids, org.accessToken);
      // The first start fills caches, so it is not counted.
      tell('Warming up');
      await planFile(1);
      const found: FileMeasurement[] = [];
      for (const megabytes of sizes) {
        tell(`enable-users plan of ${String(megabytes)} MB`);
        found.push({ megabytes, plan: await planFile(megabytes) });
      }
      return found;
    });
  } finally {
    await org.stop();
  }
}

async function createPlanner(
  home: string,
  ids: readonly string[],
  accessToken: string
): Promise<(megabytes: number) => Promise<Finished>> {
  const ours = await readOurCommand();
  const [file, folder] = [join(home, 'large.csv'), join(home, 'plan')];
  return async (megabytes) => {
    await writeFile(file, linesOf(ids, megabytes * 1_000_000));
    const plan = await measureCommand(
      [...ours, 'plan', '--file', file, '--profile', PROFILE, '--run-folder', folder, '--json'],
      localEnvironment(home, accessToken)
    );
    if (numberAt(plan.printed, 'result', 'counts', 'enable') !== CONTACTS) {
      throw new Error('The plan does not enable every contact');
    }
    await rm(folder, { recursive: true, force: true });
    return plan;
  };
}

function* linesOf(ids: readonly string[], bytes: number): Generator<string> {
  yield 'ContactId,Nickname\n';
  const blanks = ' '.repeat(BYTES_PER_ROW - 20);
  const rows = Math.ceil(bytes / BYTES_PER_ROW);
  for (let start = 0; start < rows; start += ROWS_AT_ONCE) {
    const count = Math.min(ROWS_AT_ONCE, rows - start);
    yield Array.from({ length: count }, (_, index) => `${ids[(start + index) % ids.length] ?? ''},${blanks}\n`).join(
      ''
    );
  }
}
