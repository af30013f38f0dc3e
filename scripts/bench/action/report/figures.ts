import { judge, type Figure } from '../../shared/figure.ts';
import type { Row } from './rows.ts';

/** A row is one figure of ours, one of the trivial action's and their ratio, as far as it has them. */
export function toFigures(rows: readonly Row[]): readonly Figure[] {
  return rows.flatMap(({ figure, unit, action, trivial, ratio, target }) => [
    judge(figure, action, unit, target?.of === 'action' ? target.atMost : null),
    ...(trivial === null ? [] : [judge(`${figure}, trivial action`, trivial, unit, null)]),
    ...(ratio === null
      ? []
      : [judge(`${figure}, ratio`, ratio, 'times', target?.of === 'ratio' ? target.atMost : null)])
  ]);
}

/** Whether a row keeps what was promised; null where nothing was. */
export function isMet({ action, ratio, target }: Row): boolean | null {
  return target === null ? null : ((target.of === 'ratio' ? ratio : action) ?? Infinity) <= target.atMost;
}
