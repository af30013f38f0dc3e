/** What `--json` prints, the form of every benchmark here. */
export interface Figure {
  readonly figure: string;
  readonly value: number;
  readonly unit: string;
  /** An upper bound; null where nothing was promised. */
  readonly target: number | null;
  readonly met: boolean | null;
}

export function judge(figure: string, value: number, unit: string, target: number | null): Figure {
  return { figure, value, unit, target, met: target === null ? null : value <= target };
}
