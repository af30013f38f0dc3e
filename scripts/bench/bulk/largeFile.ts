import { createReadStream } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { numberAt } from 'sf-cli/json';
import { localEnvironment, logInToLocalOrg } from 'sf-cli/localSf';
import { inTemporaryFolder } from '../../shared/temporaryFolder.ts';
import { judge, type Figure } from '../shared/figure.ts';
import { toTable } from '../shared/figureTable.ts';
import { commonHelp, type AmountOption } from '../shared/options.ts';
import { runBench } from '../shared/runBench.ts';
import { measureCommand, type Finished } from './measureCommand.ts';
import { readOurCommand } from './ourCommand.ts';
import { PROFILE, startPopulatedOrg } from './populatedOrg.ts';

/** `npm run bench:large-file`: what `enable-users plan` takes of a file as large as nobody's. */

/** A plan streams: its memory does not grow with the file. The same growth is allowed to a run. */
const MOST_MEMORY_GROWTH = 1.15;
const BYTES_A_ROW = 1000;
/** The file names them again and again: the first time they get a user, later they are skipped as named before. */
const CONTACTS = 1000;
const ROWS_AT_ONCE = 1000;
const MOST_MEGABYTES = 10_000;

const megabytesOption: AmountOption<readonly number[]> = {
  name: 'megabytes',
  usual: '10,100,1000',
  takes: `whole numbers from 1 to ${MOST_MEGABYTES} with commas between them`,
  read: (text) => {
    const sizes = text.split(',').map((size) => (/^[1-9]\d*$/u.test(size) ? Number(size) : NaN));
    return sizes.every((size) => size <= MOST_MEGABYTES) ? sizes.sort((one, other) => one - other) : null;
  }
};

const help = `npm run bench:large-file -- [options]

Plans the users of files of so many megabytes, in rows of ${BYTES_A_ROW} bytes: time and peak memory.

  -n, --megabytes <n,…>  ${megabytesOption.usual} by default
${commonHelp}`;

async function measure(sizes: readonly number[], tell: (progress: string) => void): Promise<readonly Figure[]> {
  const org = await startPopulatedOrg();
  try {
    return await inTemporaryFolder(async (home) => {
      await logInToLocalOrg(home, org);
      await org.beginAgain(CONTACTS);
      const [contacts, file, folder] = ['contacts.csv', 'large.csv', 'plan'].map((name) => join(home, name));
      if (contacts === undefined || file === undefined || folder === undefined) throw new Error('Three names');
      await org.writeContacts(contacts);
      const ids = (await Array.fromAsync(createInterface({ input: createReadStream(contacts) }))).slice(1);
      const ours = await readOurCommand();
      const found: { readonly megabytes: number; readonly plan: Finished }[] = [];
      // The first start is one that fills caches.
      for (const megabytes of [1, ...sizes]) {
        tell(`enable-users plan of ${String(megabytes)} MB`);
        await writeFile(file, linesOf(ids, megabytes * 1_000_000));
        const plan = await measureCommand(
          [...ours, 'plan', '--file', file, '--profile', PROFILE, '--run-folder', folder, '--json'],
          localEnvironment(home, org.accessToken)
        );
        if (numberAt(plan.said, 'result', 'counts', 'enable') !== CONTACTS)
          throw new Error('Not every contact is there');
        found.push({ megabytes, plan });
        await rm(folder, { recursive: true, force: true });
      }
      return figuresOf(found.slice(1));
    });
  } finally {
    await org.stop();
  }
}

function* linesOf(ids: readonly string[], bytes: number): Generator<string> {
  yield 'ContactId,Nickname\n';
  const blanks = ' '.repeat(BYTES_A_ROW - 20);
  const rows = Math.ceil(bytes / BYTES_A_ROW);
  for (let start = 0; start < rows; start += ROWS_AT_ONCE) {
    const count = Math.min(ROWS_AT_ONCE, rows - start);
    yield Array.from({ length: count }, (_, index) => `${ids[(start + index) % ids.length] ?? ''},${blanks}\n`).join(
      ''
    );
  }
}

function figuresOf(found: readonly { readonly megabytes: number; readonly plan: Finished }[]): readonly Figure[] {
  const peak = ({ peakBytes }: Finished): number => Math.round(peakBytes / 100_000) / 10;
  const [smallest, largest] = [found[0], found.at(-1)];
  return [
    ...found.flatMap(({ megabytes, plan }) => [
      judge(`${String(megabytes)} MB: plan`, Math.round(plan.seconds * 10) / 10, 'seconds', null),
      judge(`${String(megabytes)} MB: memory of plan`, peak(plan), 'MB', null)
    ]),
    ...(smallest === undefined || largest === undefined || smallest === largest
      ? []
      : [
          judge(
            'memory of plan, largest to smallest',
            Math.round((100 * largest.plan.peakBytes) / smallest.plan.peakBytes) / 100,
            'times',
            MOST_MEMORY_GROWTH
          )
        ])
  ];
}

process.exitCode = await runBench(
  {
    command: { script: 'bench:bulk:file', amount: megabytesOption },
    help,
    measure: async (sizes, tell) => {
      const figures = await measure(sizes, tell);
      return { figures, text: toTable('A plan of a large file, in the local org', figures) };
    }
  },
  process.argv.slice(2)
);
