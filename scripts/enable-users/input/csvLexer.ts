import { InputRefused } from './inputRefused.ts';

/** Where something stands in a file; both count from 1, as an editor counts them. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

export interface Cell extends Place {
  readonly text: string;
}

export interface CsvRecord {
  /** At most MOST_CELLS. */
  readonly cells: readonly Cell[];
  /** How many cells the row has. */
  readonly width: number;
  /** A cell that is longer than LONGEST_CELL, of which only the beginning is kept. */
  readonly tooLong: Cell | null;
  /** The file ends in this row, without a line break. */
  readonly isLast: boolean;
  /** An empty line stands before it. */
  readonly isAfterGap: boolean;
}

/** A longer cell, and a row of more cells, is a mistake, and doesn't stay in memory. */
export const LONGEST_CELL = 100_000;
export const MOST_CELLS = 2_000;
/** What is kept of a cell that is too long. */
const KEPT = 100;

/**
 * Takes the text of a file in parts of any length, and answers the records that are complete. A library reads CSV as well,
 * and names no places: a message about a cell must say where the cell is.
 */
export interface CsvLexer {
  /** Throws InputRefused where text follows a closing quote, as nobody can say where that row ends. */
  feed(text: string): readonly CsvRecord[];
  /** The last record. Throws InputRefused where a quote is open. */
  end(): readonly CsvRecord[];
  /** Behind the last character. */
  place(): Place;
}

/** What the next character belongs to. `quote`: the one before was a quote, which closes the cell or is the first of two. */
type State = 'before' | 'formula' | 'plain' | 'quoted' | 'quote' | 'after';

/** `name` is the file's, for messages; `firstLine` is that of the first character. */
export function createCsvLexer(name: string, delimiter: string, firstLine = 1): CsvLexer {
  const endOfPlain = new RegExp(`[\\r\\n${delimiter}]`, 'g');
  let state: State = 'before';
  let line = firstLine;
  let column = 1;
  let isAfterReturn = false;
  let start: Place = { line, column };
  let text = '';
  let length = 0;
  let cells: Cell[] = [];
  let width = 0;
  let tooLong: Cell | null = null;
  let hasQuotes = false;
  let isAfterGap = false;

  function append(part: string): void {
    length += part.length;
    if (length <= LONGEST_CELL) text += part;
    else if (text.length > KEPT) text = text.slice(0, KEPT);
  }

  /** Moves behind a line break. A CRLF is one, also where a part of the file ends between the two. */
  function breakLine(character: string): void {
    if (character !== '\n' || !isAfterReturn) line++;
    column = 1;
    isAfterReturn = character === '\r';
  }

  /** Moves behind a part of a cell in quotes. */
  function advance(part: string): void {
    let from = 0;
    for (const { index, 0: character } of part.matchAll(/[\r\n]/g)) {
      if (index > from) isAfterReturn = false;
      breakLine(character);
      from = index + 1;
    }
    if (part.length > from) isAfterReturn = false;
    column += part.length - from;
  }

  function move(count: number): number {
    if (count > 0) isAfterReturn = false;
    column += count;
    return count;
  }

  function endCell(): void {
    const cell = { text, line: start.line, column: start.column };
    if (length > LONGEST_CELL) tooLong ??= cell;
    if (width < MOST_CELLS) cells.push(cell);
    width++;
    state = 'before';
    text = '';
    length = 0;
  }

  /** A line without a character is no record. */
  function endRecord(records: CsvRecord[], isLast: boolean): void {
    const isEmpty = width === 0 && text === '' && !hasQuotes;
    endCell();
    if (!isEmpty) records.push({ cells, width, tooLong, isLast, isAfterGap });
    isAfterGap = isEmpty;
    cells = [];
    width = 0;
    tooLong = null;
    hasQuotes = false;
  }

  /** Handles what begins at `index`, and answers how many characters that were. */
  function step(chunk: string, index: number, records: CsvRecord[]): number {
    const character = chunk.charAt(index);
    switch (state) {
      case 'before':
        if (isAfterReturn && width === 0 && text === '' && character === '\n') {
          breakLine(character);
          return 1;
        }
        if (text === '' || character === '"') start = { line, column };
        return begin(character);
      case 'formula':
        // Excel is told by ="003…" to keep a text as it is.
        state = character === '"' ? 'quoted' : 'plain';
        if (state === 'plain') append('=');
        return state === 'plain' ? 0 : move(1);
      case 'quoted': {
        const quote = chunk.indexOf('"', index);
        const part = chunk.slice(index, quote === -1 ? chunk.length : quote);
        append(part);
        advance(part);
        if (quote === -1) return part.length;
        state = 'quote';
        return part.length + move(1);
      }
      case 'quote':
        state = character === '"' ? 'quoted' : 'after';
        if (state === 'after') return 0;
        append('"');
        return move(1);
      case 'plain':
      case 'after':
        return endOfCell(chunk, index, records);
    }
  }

  /** Blanks before a quote are left out. */
  function begin(character: string): number {
    if (character === '"') {
      state = 'quoted';
      hasQuotes = true;
      text = '';
      length = 0;
      return move(1);
    }
    if ((character === ' ' || character === '\t') && character !== delimiter) {
      append(character);
      return move(1);
    }
    state = character === '=' && text === '' ? 'formula' : 'plain';
    return state === 'formula' ? move(1) : 0;
  }

  /** A cell without quotes goes to the next separator; behind closing quotes only blanks may stand. */
  function endOfCell(chunk: string, index: number, records: CsvRecord[]): number {
    endOfPlain.lastIndex = index;
    const end = endOfPlain.exec(chunk)?.index ?? chunk.length;
    if (end > index) {
      const part = chunk.slice(index, end);
      if (state === 'plain') append(part);
      else refuseTextAfterQuote(part);
      return move(end - index);
    }
    const character = chunk.charAt(end);
    if (character === delimiter) {
      endCell();
      return move(1);
    }
    endRecord(records, false);
    breakLine(character);
    return 1;
  }

  function refuseTextAfterQuote(part: string): void {
    const offset = part.search(/[^ \t]/);
    if (offset === -1) return;
    throw new InputRefused(
      `${name}:${String(line)}:${String(column + offset)}: text follows the closing quote of the cell that begins at line ${String(start.line)}, column ${String(start.column)}. Write " as "" in a cell with quotes, and close each quote.`
    );
  }

  return {
    feed: (chunk) => {
      const records: CsvRecord[] = [];
      for (let index = 0; index < chunk.length;) index += step(chunk, index, records);
      return records;
    },
    end: () => {
      if (state === 'quoted') {
        throw new InputRefused(
          `${name}:${String(start.line)}:${String(start.column)}: a quote is opened here and never closed. Close it, or write " as "" in a cell with quotes.`
        );
      }
      const records: CsvRecord[] = [];
      if (state === 'before' && text === '') start = { line, column };
      if (state === 'formula') append('=');
      endRecord(records, true);
      return records;
    },
    place: () => ({ line, column })
  };
}
