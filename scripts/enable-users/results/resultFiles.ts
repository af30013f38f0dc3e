import { terminalText } from '../../shared/terminalText.ts';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { writeRowsFile } from '../report/csvFile.ts';
import { codesOf, createDeviationCounts, type DeviationCount, type DeviationCounts } from '../store/deviations.ts';
import { findDeviations, findRunRemarks } from './rowDeviations.ts';
import { adviceFor } from './failureAdvice.ts';
import { PLAN_OUTCOMES, type PlanOutcome } from '../store/planRows.ts';
import type { Store } from '../store/store.ts';
import { RUN_OUTCOMES, type CellsWithOutcome, type RowProgress, type RunOutcome } from '../store/outcomeRows.ts';

/** Added behind the input's own columns. They are left out where the file is input again. */
export const OUTCOME_COLUMNS = ['Outcome', 'UserId', 'NewUsername', 'ExistingUsername', 'Code', 'Message', 'Deviation'];

export interface ResultFile {
  readonly outcome: RunOutcome;
  readonly rows: number;
  readonly path: string;
}

export interface ResultFiles {
  readonly files: readonly ResultFile[];
  /** Rows that did not get what they ask for. */
  readonly deviations: readonly DeviationCount[];
}

/**
 * Writes `created.csv`, `failed.csv` and so on, one file for each outcome that has rows, and removes the others.
 */
export function writeResultFiles(store: Store, folder: string, columns: readonly string[]): ResultFiles {
  const counts = createDeviationCounts();
  const present = store.outcomes.present();
  const files = RUN_OUTCOMES.flatMap((outcome) => {
    const path = join(folder, `${outcome}.csv`);
    if (!present.has(outcome)) {
      rmSync(path, { force: true });
      return [];
    }
    return [{ outcome, rows: writeRowsFile(path, linesOf(store, outcome, columns, counts)), path }];
  });
  return { files, deviations: counts.all() };
}

/** The names of the input's columns, as the plan saved them. */
export function inputColumns(store: Store): readonly string[] {
  const names: unknown = JSON.parse(store.meta('columns') ?? '[]');
  return Array.isArray(names) ? names.map(String) : [];
}

function* linesOf(
  store: Store,
  outcome: RunOutcome,
  columns: readonly string[],
  counts: DeviationCounts
): Generator<readonly string[]> {
  yield [...columns, ...OUTCOME_COLUMNS];
  const notes = store.notes.all();
  for (const row of store.outcomes.withCells(outcome)) {
    const cells = columns.map((_name, index) => row.cells[index] ?? '');
    const usernames = outcome === 'created' ? [row.username, ''] : ['', row.username];
    const deviations = findDeviations(outcome, row, notes);
    counts.add(deviations);
    const [code, message] = reasonOf(outcome, row);
    const remarks = [...deviations.map(({ sentence }) => sentence), ...findRunRemarks(outcome, notes)]
      .map((sentence) => terminalText(sentence))
      .filter((sentence) => !message.includes(sentence));
    yield [
      ...cells,
      outcome,
      row.userId,
      ...usernames,
      code,
      [message, ...remarks].filter((part) => part !== '').join(' '),
      codesOf(deviations)
    ];
  }
}

function reasonOf(
  outcome: RunOutcome,
  { code, message, planned, progress }: CellsWithOutcome
): readonly [code: string, message: string] {
  if (outcome === 'unprocessed' && code === '') return [progress, UNPROCESSED[progress]];
  // The plan's own sentences already say what to do.
  const advice = adviceFor(oneOfOutcomes(planned), code);
  const next = outcome === 'unprocessed' ? NEXT : advice;
  const words = terminalText(message.replace(/\s+/gu, ' ')).trim();
  return [code, next === '' ? words : `${withFullStop(words)} ${next}`.trim()];
}

/** Many messages of an org end without one, and the next sentence would go on with theirs. */
function withFullStop(words: string): string {
  return words === '' || /\p{Punctuation}$/u.test(words) ? words : `${words}.`;
}

/** Empty for a row that was not planned. */
function oneOfOutcomes(planned: string): PlanOutcome | '' {
  return PLAN_OUTCOMES.find((outcome) => outcome === planned) ?? '';
}

const NEXT = 'Resume the run.';

/** What is known of a row that has no outcome. A request that is under way may have made its user. */
const UNPROCESSED: Readonly<Record<RowProgress, string>> = {
  notSent: 'No request for this row was carried out. Resume the run, or raise its limit.',
  underWay: 'The org is at work on this row, so that its user may be there already. Resume the run to know.',
  sent: 'This row was sent, and no answer came, so that its user may be there already. Resume the run to know.',
  noAnswer: 'This row was sent, and no answer came. The org showed no user of the contact afterwards. Resume the run.',
  refused: 'The org refused this row for now. Resume the run.'
};
