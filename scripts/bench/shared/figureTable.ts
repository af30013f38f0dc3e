import { inColumns, numberText, verdict } from './columns.ts';
import type { Figure } from './figure.ts';

const NUMBERS = new Set([1]);

/** The figures for a person, below a heading. */
export function toTable(heading: string, figures: readonly Figure[]): string {
  const lines = figures.map(({ figure, value, unit, target, met }) => [
    `  ${figure}`,
    numberText(value),
    unit,
    target === null ? '' : `at most ${numberText(target)}`,
    verdict(met)
  ]);
  return inColumns([[[heading, '', 'unit', 'target', ''], ...lines]], NUMBERS);
}
