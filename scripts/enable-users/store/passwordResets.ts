import { textAt } from 'sf-cli/json';
import { countsOf, numberIn, oneOf, type Columns } from './columns.ts';
import type { Database } from './database.ts';
import { cellsIn } from './inputRows.ts';

/**
 * `refused`: the org sent no mail, and is asked again by a later call. `unclear`: no clear answer came, so that the mail
 * may have been sent or not.
 */
export type ResetState = 'reset' | 'refused' | 'unclear';

export interface CreatedUser {
  readonly row: number;
  readonly userId: string;
}

/** A row of the input whose user the run created, with what became of its mail. */
export interface CellsWithReset {
  readonly cells: readonly string[];
  readonly userId: string;
  readonly username: string;
  readonly state: ResetState | 'left';
  readonly message: string;
}

/** The password resets of the users that the run created, each of whom gets one mail at most. */
export interface PasswordResets {
  /** The number of this call; calls count from 1. */
  nextWave(): number;
  /** How many users a call may mail: those that no call has tried, and those that were refused. */
  pendingCount(wave: number): number;
  /** At most `limit` of them. A user that was refused comes after all that were not tried. Streams. */
  pending(wave: number, limit: number): IteratorObject<CreatedUser, undefined>;
  save(row: number, wave: number, state: ResetState, message: string): void;
  forget(row: number): void;
  counts(): Readonly<Record<CellsWithReset['state'], number>>;
  /** Every created user, in input order. Streams. */
  withCells(): IteratorObject<CellsWithReset, undefined>;
}

const CREATED = `FROM outcomes LEFT JOIN passwords USING (row) WHERE outcome = 'created' AND userId IS NOT NULL`;
const PENDING = `${CREATED} AND (state IS NULL OR state = 'refused' AND wave < ?)`;

export function createPasswordResets({ run, first, each }: Database): PasswordResets {
  return {
    nextWave: () => 1 + numberIn(first('SELECT max(wave) AS wave FROM passwords'), 'wave'),
    pendingCount: (wave) => numberIn(first(`SELECT count(*) AS rows ${PENDING}`, wave), 'rows'),
    pending: (wave, limit) =>
      each(`SELECT row, userId ${PENDING} ORDER BY state IS NOT NULL, row LIMIT ?`, wave, limit).map((columns) => ({
        row: numberIn(columns, 'row'),
        userId: textAt(columns, 'userId')
      })),
    save: (row, wave, state, message) => {
      run('INSERT OR REPLACE INTO passwords VALUES (?, ?, ?, ?)', row, state, message, wave);
    },
    forget: (row) => {
      run('DELETE FROM passwords WHERE row = ?', row);
    },
    counts: () => {
      const counts = countsOf(
        each(`SELECT coalesce(state, 'left') AS name, count(*) AS rows ${CREATED} GROUP BY name`)
      );
      const count = (state: string): number => counts[state] ?? 0;
      return { reset: count('reset'), refused: count('refused'), unclear: count('unclear'), left: count('left') };
    },
    withCells: () =>
      each(
        `SELECT cells, userId, username, state, passwords.message AS message
         FROM outcomes JOIN input USING (row) LEFT JOIN passwords USING (row)
         WHERE outcome = 'created' AND userId IS NOT NULL ORDER BY row`
      ).map((columns) => ({
        cells: cellsIn(columns),
        userId: textAt(columns, 'userId'),
        username: textAt(columns, 'username'),
        state: stateIn(columns),
        message: textAt(columns, 'message')
      }))
  };
}

function stateIn(columns: Columns): CellsWithReset['state'] {
  return columns['state'] === null ? 'left' : oneOf(['reset', 'refused', 'unclear'], columns, 'state');
}
