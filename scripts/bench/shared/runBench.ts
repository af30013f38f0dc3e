import { processOutput, runParsed } from '../../shared/commandLine.ts';
import { runProcess } from '../../shared/commandProcess.ts';
import { EXIT } from '../../shared/exit.ts';
import type { Figure } from './figure.ts';
import { parseBenchOptions, type BenchCommand, type BenchOptions } from './options.ts';

export type Tell = (progress: string) => void;

export interface Bench<Amounts> {
  readonly command: BenchCommand<Amounts>;
  readonly help: string;
  /** As little as shows that the benchmark works. */
  readonly short: Amounts;
  /** `tell` shows the progress beside the result. Rejects when something can't be measured. */
  measure(amounts: Amounts, tell: Tell): Promise<Report>;
}

export interface Report {
  readonly figures: readonly Figure[];
  /** The figures for a person, and what each means. */
  readonly text: string;
}

/** Runs a benchmark as a process; stdout gets nothing but the result. */
export async function runBench<Amounts extends object>(bench: Bench<Amounts>, args: readonly string[]): Promise<void> {
  await runProcess(
    () =>
      runParsed(parseBenchOptions(bench.command, args), bench.help, processOutput, (options) =>
        measure(bench, options)
      ),
    'Interrupted. Nothing was measured, and the local orgs of the measurement have ended.'
  );
}

async function measure<Amounts>(bench: Bench<Amounts>, { amounts, json }: BenchOptions<Amounts>): Promise<number> {
  try {
    const { figures, text } = await bench.measure(amounts, tell);
    process.stdout.write(`${json ? JSON.stringify({ figures }) : text}\n`);
    return EXIT.done;
  } catch (error) {
    process.stderr.write(`Not measured. ${error instanceof Error ? error.message : String(error)}\n`);
    return EXIT.failed;
  }
}

function tell(progress: string): void {
  process.stderr.write(`${progress}…\n`);
}
