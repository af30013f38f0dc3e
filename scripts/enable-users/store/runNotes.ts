import { textAt } from 'sf-cli/json';
import { oneOf, type Columns } from './columns.ts';
import type { Database } from './database.ts';

const RUN_NOTE_CODES = ['partnerAccountRefused', 'welcomeEmailOff'] as const;
export type RunNoteCode = (typeof RUN_NOTE_CODES)[number];

/** What a step of the run says, besides the outcomes of rows. */
export interface RunNote {
  readonly code: RunNoteCode;
  /** The account that it is about; empty where it is about the whole run. */
  readonly accountId: string;
  readonly sentence: string;
}

export interface RunNotes {
  /** Replaces what the run said of the same before. */
  save(note: RunNote): void;
  forget(note: Pick<RunNote, 'code' | 'accountId'>): void;
  /** In the order in which they were said. */
  all(): readonly RunNote[];
}

export function createRunNotes({ run, each }: Database): RunNotes {
  return {
    save: ({ code, accountId, sentence }) => {
      run('INSERT OR REPLACE INTO notes VALUES (?, ?, ?)', code, accountId, sentence);
    },
    forget: ({ code, accountId }) => {
      run('DELETE FROM notes WHERE code = ? AND accountId = ?', code, accountId);
    },
    all: () => [...each('SELECT * FROM notes ORDER BY rowid')].map(toRunNote)
  };
}

function toRunNote(columns: Columns): RunNote {
  return {
    code: oneOf(RUN_NOTE_CODES, columns, 'code'),
    accountId: textAt(columns, 'accountId'),
    sentence: textAt(columns, 'sentence')
  };
}
