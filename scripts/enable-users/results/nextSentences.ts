import { counted } from '../report/numbers.ts';
import type { OpenRun } from '../run/openRun.ts';
import type { ResultFile } from './resultFiles.ts';

/** What a person does about the rows that a finished run left, each with the command that does it, on a line of its own. */
export function nextSentences(
  { callTo, callToPlan }: Pick<OpenRun, 'callTo' | 'callToPlan'>,
  files: readonly ResultFile[]
): readonly string[] {
  const of = (wanted: ResultFile['outcome']): ResultFile | undefined => files.find(({ outcome }) => outcome === wanted);
  const toCorrect = [of('blocked'), of('failed')].filter((file) => file !== undefined);
  const unprocessed = of('unprocessed')?.rows ?? 0;
  const all = files.reduce((sum, { rows }) => sum + rows, 0);
  return [
    ...(unprocessed > 0
      ? [
          `Next: ${counted(unprocessed, 'row')} wait behind the limit. Create their users:`,
          callTo('resume', ['--limit', String(all)])
        ]
      : []),
    ...toCorrect.flatMap(({ outcome, path }) => [
      `Next: the column Message of ${outcome}.csv says what to correct. Then plan these rows again:`,
      callToPlan(path)
    ])
  ];
}
