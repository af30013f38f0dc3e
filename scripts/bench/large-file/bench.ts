import { judge, type Figure } from '../shared/figure.ts';
import { toTable } from '../shared/figureTable.ts';
import { commonHelp, sizesOption } from '../shared/options.ts';
import type { Bench } from '../shared/runBench.ts';
import { BYTES_PER_ROW, measureLargeFiles, type FileMeasurement } from './measureLargeFiles.ts';

/** The command streams its file, so its memory must not grow with the file. */
const MOST_MEMORY_GROWTH = 1.15;

const sizes = sizesOption('megabytes', '10,100,1000', 10_000);

const help = `npm run bench:large-file -- [options]

Plans the users of files of so many megabytes, in rows of ${BYTES_PER_ROW} bytes: time and peak memory.

  -n, --megabytes <n,…>  ${sizes.usual} by default
${commonHelp(25)}`;

/** `enable-users plan` of very large files. */
export const largeFileBench: Bench<{ readonly megabytes: readonly number[] }> = {
  command: { script: 'bench:large-file', amounts: { megabytes: sizes } },
  short: { megabytes: [1] },
  help,
  measure: async ({ megabytes }, tell) => {
    const figures = toFigures(await measureLargeFiles(megabytes, tell));
    return { figures, text: toTable('A plan of a large file, in the local org', figures) };
  }
};

function toFigures(found: readonly FileMeasurement[]): readonly Figure[] {
  const [smallest, largest] = [found[0], found.at(-1)];
  return [
    ...found.flatMap(({ megabytes, plan }) => [
      judge(`${String(megabytes)} MB: plan`, Math.round(plan.seconds * 10) / 10, 'seconds', null),
      judge(`${String(megabytes)} MB: memory of plan`, Math.round(plan.peakBytes / 100_000) / 10, 'MB', null)
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
