import { inColumns, numberText, verdict } from '../../shared/columns.ts';
import { isMet, type Row } from './rows.ts';

const HEADINGS = ['ours', 'trivial', 'ratio', 'unit', 'target', ''];
const NUMBERS = new Set([1, 2, 3]);

/** The rows for a person, section by section. */
export function toTable(rows: readonly Row[]): string {
  const sections = Map.groupBy(rows, ({ section }) => section);
  const blocks = [...sections].map(([section, content]) => [[section, ...HEADINGS], ...content.map(cellsOf)]);
  return inColumns(blocks, NUMBERS);
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
