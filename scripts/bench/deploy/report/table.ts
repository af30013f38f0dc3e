import { inColumns, numberText, verdict } from '../../shared/columns.ts';
import type { Figure } from '../../shared/figure.ts';

const HEADINGS = ['The product by the sf CLI, to the local org', '', 'unit', 'target', ''];
const NUMBERS = new Set([1]);

/** The figures as a person reads them. */
export function toTable(figures: readonly Figure[]): string {
  const lines = figures.map(({ figure, value, unit, target, met }) => [
    `  ${figure}`,
    numberText(value),
    unit,
    target === null ? '' : `at most ${numberText(target)}`,
    verdict(met)
  ]);
  return inColumns([[HEADINGS, ...lines]], NUMBERS);
}
