import type { NameField } from 'c/externalUserRules';
import { numberIn } from './columns.ts';
import type { Database } from './database.ts';

export const NAME_FIELDS = ['username', 'nickname'] as const satisfies readonly NameField[];

/** Usernames and nicknames that rows of this run have taken, so that no two rows get the same one. */
export interface NameClaims {
  /** False where another row has the name already; case doesn't count. */
  claim(field: NameField, name: string, row: number): boolean;
  release(field: NameField, name: string): void;
}

export function createNameClaims({ run, change, first }: Database): NameClaims {
  return {
    claim: (field, name, row) => {
      const key = name.toLowerCase();
      if (change('INSERT OR IGNORE INTO names VALUES (?, ?, ?)', field, key, row) > 0) return true;
      return numberIn(first('SELECT row FROM names WHERE field = ? AND name = ?', field, key), 'row') === row;
    },
    release: (field, name) => {
      run('DELETE FROM names WHERE field = ? AND name = ?', field, name.toLowerCase());
    }
  };
}
