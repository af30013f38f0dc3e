import type { Header } from './columns.ts';
import type { CsvRecord } from './csvLexer.ts';

/** A report ends in an empty line and a few lines with its name, a copyright and who ran it; more lines are rows. */
const LONGEST_FOOTER = 20;

/**
 * The records before the footer of a report, which goes into `footer`. Lines without an id of a contact are one only at the
 * end of the file: before another row they are rows.
 */
export async function* withoutFooter(
  records: AsyncGenerator<CsvRecord, void>,
  { width }: Pick<Extract<Header, { kind: 'header' }>, 'width'>,
  footer: CsvRecord[]
): AsyncGenerator<CsvRecord, void> {
  for await (const record of records) {
    if (isOfFooter(record, width, footer.length > 0) && footer.length < LONGEST_FOOTER) {
      footer.push(record);
      continue;
    }
    yield* footer.splice(0);
    yield record;
  }
}

function isOfFooter({ cells, isAfterGap }: CsvRecord, width: number, hasBegun: boolean): boolean {
  if (!isAfterGap && !hasBegun) return false;
  const [only, ...others] = cells;
  const text = only?.text.trim() ?? '';
  // With one column only, an id or an email that is no id must not get lost.
  return others.length === 0 && (width > 1 ? !text.startsWith('003') : !/^00\w|@/.test(text));
}

export function noteOfFooter(footer: readonly CsvRecord[]): readonly string[] {
  const first = footer[0]?.cells[0]?.line;
  return first === undefined
    ? []
    : [`From line ${String(first)} on the file has the footer of a report, which is left out.`];
}
