import type { RunNote } from '../store/runNotes.ts';
import type { RunContext } from './openRun.ts';

/** Says a note at once, and keeps it for the summary, the result files and `--json`. */
export function sayNote({ store, progress }: Pick<RunContext, 'store' | 'progress'>, note: RunNote): void {
  store.notes.save(note);
  progress.note(note.sentence);
}
