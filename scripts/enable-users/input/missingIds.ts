import { readHeader } from './columns.ts';
import { readContactId, shortened } from './contactId.ts';
import type { Cell, CsvRecord } from './csvLexer.ts';
import { InputRefused } from './inputRefused.ts';

/** A report that was saved as a table has a few lines above its columns. */
const LINES_ABOVE = 20;

/**
 * Where the ids are that the first line names no column for, as advice: below lines with a title, or in a column of another
 * name, such as the label in the language of a report. Such a column is never taken, as it may be that of another contact.
 */
export async function findMissingIds(first: CsvRecord, records: AsyncGenerator<CsvRecord, void>): Promise<string> {
  try {
    for (let line = 0; line < LINES_ABOVE; line++) {
      const next = await records.next();
      if (next.done === true) return '';
      const { cells } = next.value;
      if (readHeader(textsOf(cells)).kind === 'header') {
        return `The names of the columns seem to stand in line ${String(cells[0]?.line ?? 1)}: remove the lines above it.`;
      }
      const columns = cells.flatMap((cell, index) =>
        readContactId(cell.text).kind === 'id' ? [first.cells[index]] : []
      );
      const names = columns.flatMap((column) =>
        column === undefined || column.text.trim() === '' ? [] : [column.text]
      );
      if (names.length > 0) return adviceFor(names.map((name) => `“${shortened(name.trim())}”`));
    }
  } catch (error) {
    // The columns are told first, whatever is wrong below them.
    if (!(error instanceof InputRefused)) throw error;
  }
  return '';
}

function adviceFor(names: readonly string[]): string {
  const [only, ...others] = names;
  return others.length === 0
    ? `The column ${only ?? ''} has ids of contacts: if they are the ones, call it ContactId.`
    : `The columns ${names.join(', ')} have ids of contacts: call the right one ContactId.`;
}

/** A title has no separators, so that the separator of the lines below it isn't known yet. */
function textsOf(cells: readonly Cell[]): readonly string[] {
  const [only, ...others] = cells.map(({ text }) => text);
  return others.length === 0 ? (only ?? '').split(/[,;\t]/) : cells.map(({ text }) => text);
}
