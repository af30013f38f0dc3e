import { isMet } from './figures.ts';
import type { Row } from './rows.ts';

const HEADINGS = ['ours', 'trivial', 'ratio', 'unit', 'target', ''];

/** Columns of numbers, which stand flush right. */
const NUMBERS = new Set([1, 2, 3]);

/** The rows as a person reads them: one section under the other, in columns of the same width. */
export function toTable(rows: readonly Row[]): string {
  const sections = Map.groupBy(rows, ({ section }) => section);
  const blocks = [...sections].map(([section, content]) => [[section, ...HEADINGS], ...content.map(cellsOf)]);
  const widths = [0, ...HEADINGS.map((_, index) => index + 1)].map((column) =>
    Math.max(0, ...blocks.flat().map((cells) => cells[column]?.length ?? 0))
  );
  return blocks.map((lines) => lines.map((cells) => lineOf(cells, widths)).join('\n')).join('\n\n');
}

function cellsOf(row: Row): string[] {
  const { figure, action, trivial, ratio, unit, target } = row;
  return [
    `  ${figure}`,
    numberText(action),
    trivial === null ? '' : numberText(trivial),
    ratio === null ? '' : ratio.toFixed(2),
    unit,
    target === null ? '' : `${target.of === 'ratio' ? 'ratio ' : ''}at most ${numberText(target.atMost)}`,
    verdict(isMet(row))
  ];
}

function verdict(met: boolean | null): string {
  switch (met) {
    case null:
      return '';
    case true:
      return 'met';
    case false:
      return 'MISSED';
  }
}

function numberText(number: number): string {
  return number.toLocaleString('en-US');
}

function lineOf(cells: readonly string[], widths: readonly number[]): string {
  return cells
    .map((cell, column) =>
      NUMBERS.has(column) ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0)
    )
    .join('  ')
    .trimEnd();
}
