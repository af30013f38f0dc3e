/** A figure as `--json` prints it. */
export interface Figure {
  readonly figure: string;
  readonly value: number;
  readonly unit: string;
  /** An upper bound; null for a figure without a target. */
  readonly target: number | null;
  readonly met: boolean | null;
}

export function judge(figure: string, value: number, unit: string, target: number | null): Figure {
  return { figure, value, unit, target, met: target === null ? null : value <= target };
}
