import { EXIT } from './exit.ts';
import { FileError, fileProblemOf } from './fileProblem.ts';
import { whenInterrupted } from './interruption.ts';
import { terminalText } from './terminalText.ts';

/** Errors of a stream that nobody reads any more: `| head`, or a terminal that was closed. */
const CLOSED = ['EPIPE', 'EIO', 'ERR_STREAM_DESTROYED'];

/**
 * Runs a command as the only one of its process: a signal, a closed output or an error of a file ends it in words. Any other
 * error is a bug, and shows its stack.
 *
 * @param interrupted - What a signal leaves behind, where the command itself says nothing more exact.
 */
export async function runProcess(run: () => Promise<number>, interrupted: string): Promise<void> {
  guardOutput();
  whenInterrupted(() => interrupted);
  try {
    process.exitCode = await run();
  } catch (error) {
    const problem = fileProblemOf(error);
    if (problem === null) throw error;
    process.stderr.write(`${terminalText(problem.message)}\n`);
    process.exitCode = problem.exitCode;
  }
}

/** A command goes on when nobody reads its output any more. It ends when the output can't be kept, such as on a full disk. */
export function guardOutput(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (CLOSED.includes(error.code ?? '')) return;
      const problem = fileProblemOf(new FileError('The output', error.code ?? '', error));
      if (stream === process.stdout) process.stderr.write(`${problem?.message ?? error.message}\n`);
      process.exit(EXIT.failed);
    });
  }
}
