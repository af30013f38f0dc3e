import { parseBenchOptions } from '../shared/options.ts';
import type { Bench, Report, Tell } from '../shared/runBench.ts';

/** One benchmark of all. */
export interface Part {
  /** Such as `bulk`, of `bench:bulk`. */
  readonly name: string;
  /** Rejects when something can't be measured. */
  measure(isShort: boolean, tell: Tell): Promise<Report>;
}

/** A benchmark that measures its usual amounts, or as little as shows that it works. */
export function toPart<Amounts extends object>(name: string, bench: Bench<Amounts>): Part {
  return {
    name,
    measure: (isShort, tell) => bench.measure(isShort ? bench.short : usualAmounts(bench), tell)
  };
}

function usualAmounts<Amounts extends object>({ command }: Bench<Amounts>): Amounts {
  const parsed = parseBenchOptions(command, []);
  if (parsed.kind !== 'run') throw new Error(`${command.script} refuses its own usual amounts`);
  return parsed.options.amounts;
}
