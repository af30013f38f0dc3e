import { textAt } from 'sf-cli/json';
import { countsOf, numberIn } from './columns.ts';
import type { Database } from './database.ts';

/** `unclear`: no answer came, so that the mail may have been sent or not. */
export type ResetState = 'reset' | 'refused' | 'unclear';

export interface CreatedUser {
  readonly row: number;
  readonly userId: string;
}

/** The password resets of the users that the run created, each of whom gets one mail at most. */
export interface PasswordResets {
  pendingCount(): number;
  /** Created users without a reset, at most `limit`, in input order. Streams. */
  pending(limit: number): IteratorObject<CreatedUser, undefined>;
  save(row: number, state: ResetState, message: string): void;
  forget(row: number): void;
  counts(): Readonly<Record<ResetState, number>>;
}

const PENDING = `FROM outcomes LEFT JOIN passwords USING (row)
  WHERE outcome = 'created' AND userId IS NOT NULL AND passwords.row IS NULL`;

export function createPasswordResets({ run, first, each }: Database): PasswordResets {
  return {
    pendingCount: () => numberIn(first(`SELECT count(*) AS rows ${PENDING}`), 'rows'),
    pending: (limit) =>
      each(`SELECT row, userId ${PENDING} ORDER BY row LIMIT ?`, limit).map((columns) => ({
        row: numberIn(columns, 'row'),
        userId: textAt(columns, 'userId')
      })),
    save: (row, state, message) => {
      run('INSERT OR REPLACE INTO passwords VALUES (?, ?, ?)', row, state, message);
    },
    forget: (row) => {
      run('DELETE FROM passwords WHERE row = ?', row);
    },
    counts: () => {
      const counts = countsOf(each('SELECT state AS name, count(*) AS rows FROM passwords GROUP BY state'));
      return { reset: counts['reset'] ?? 0, refused: counts['refused'] ?? 0, unclear: counts['unclear'] ?? 0 };
    }
  };
}
