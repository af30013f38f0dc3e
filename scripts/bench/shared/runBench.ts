import type { Figure } from './figure.ts';
import { parseOptions, type Command } from './options.ts';

/** A benchmark's npm script. */
export interface Bench<Amount> {
  readonly command: Command<Amount>;
  readonly help: string;
  /** `tell` says how far it is, beside the result. Rejects when something can't be measured. */
  measure(amount: Amount, tell: (progress: string) => void): Promise<Report>;
}

export interface Report {
  readonly figures: readonly Figure[];
  /** The same for a person, with what is meant by each. */
  readonly text: string;
}

const MEASURED = 0;
const NOT_MEASURED = 1;
const REFUSED = 2;

/** Runs a benchmark as its command line says, and answers the exit code. The result stands alone on stdout. */
export async function runBench<Amount>(bench: Bench<Amount>, args: readonly string[]): Promise<number> {
  const parsed = parseOptions(bench.command, args);
  switch (parsed.kind) {
    case 'help':
      process.stdout.write(bench.help);
      return MEASURED;
    case 'refused':
      process.stderr.write(`${parsed.message}\n`);
      return REFUSED;
    case 'measure': {
      const { amount, json } = parsed.options;
      try {
        const { figures, text } = await bench.measure(amount, tell);
        process.stdout.write(`${json ? JSON.stringify({ figures }) : text}\n`);
        return MEASURED;
      } catch (error) {
        process.stderr.write(`Not measured. ${error instanceof Error ? error.message : String(error)}\n`);
        return NOT_MEASURED;
      }
    }
  }
}

function tell(progress: string): void {
  process.stderr.write(`${progress}…\n`);
}
