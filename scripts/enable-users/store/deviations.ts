import { listAt, textAt } from 'sf-cli/json';
import { jsonIn, type Columns } from './columns.ts';

/** Something that a row doesn't get as it asks for it. */
export interface Deviation {
  readonly code: string;
  readonly sentence: string;
}

/** The deviations of a row of `plan`, also where it is joined with other tables. */
export function deviationsIn(columns: Columns): readonly Deviation[] {
  return listAt({ list: jsonIn(columns, 'deviations') }, 'list').map((one) => ({
    code: textAt(one, 'code'),
    sentence: textAt(one, 'sentence')
  }));
}

/** As a cell of a file has them. */
export function codesOf(deviations: readonly Deviation[]): string {
  return deviations.map(({ code }) => code).join(';');
}

/** Rows with one deviation. */
export interface DeviationCount {
  readonly code: string;
  readonly rows: number;
  /** The sentence of its first row. */
  readonly example: string;
}

/** Counts rows by the codes of their deviations. */
export interface DeviationCounts {
  add(deviations: readonly Deviation[]): void;
  /** The most frequent first. */
  all(): readonly DeviationCount[];
}

export function createDeviationCounts(): DeviationCounts {
  const counts = new Map<string, DeviationCount>();
  return {
    add: (deviations) => {
      for (const { code, sentence } of deviations) {
        const { rows, example } = counts.get(code) ?? { rows: 0, example: sentence };
        counts.set(code, { code, rows: rows + 1, example });
      }
    },
    all: () => [...counts.values()].sort((one, other) => other.rows - one.rows)
  };
}
