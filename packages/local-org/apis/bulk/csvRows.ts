const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const QUOTE = 0x22;

export type LineEnding = 'LF' | 'CRLF';

/** The lines of an upload, the header first. A line break within quotes does not end a line. */
export interface CsvRows {
  readonly count: number;
  /** The bytes of a line, without its line ending. */
  line(index: number): Buffer;
  /** Whether the lines have the job's line ending. */
  readonly hasRequestedEnding: boolean;
}

/** Finds the lines of an upload; empty lines are skipped. */
export function readCsvRows(data: Buffer, ending: LineEnding): CsvRows {
  const starts = createNumberList();
  const ends = createNumberList();
  let start = 0;
  let isQuoted = false;
  let hasRequestedEnding = true;

  function endLine(end: number, hasReturn: boolean): void {
    if (starts.count() === 0 && end < data.length) hasRequestedEnding = hasReturn === (ending === 'CRLF');
    const last = hasReturn && ending === 'CRLF' ? end - 1 : end;
    if (last > start) {
      starts.push(start);
      ends.push(last);
    }
    start = end + 1;
  }

  for (let index = 0; index < data.length; index++) {
    const byte = data[index];
    if (byte === QUOTE) isQuoted = !isQuoted;
    else if (byte === LINE_FEED && !isQuoted) endLine(index, data[index - 1] === CARRIAGE_RETURN);
  }
  if (start < data.length) endLine(data.length, false);
  return {
    count: starts.count(),
    line: (index) => data.subarray(starts.at(index), ends.at(index)),
    hasRequestedEnding
  };
}

/** A list that needs four bytes for each number. */
function createNumberList(): { push(value: number): void; at(index: number): number; count(): number } {
  let values = new Uint32Array(1024);
  let count = 0;
  return {
    push: (value) => {
      if (count === values.length) {
        const larger = new Uint32Array(count * 2);
        larger.set(values);
        values = larger;
      }
      values[count] = value;
      count += 1;
    },
    at: (index) => values[index] ?? 0,
    count: () => count
  };
}
