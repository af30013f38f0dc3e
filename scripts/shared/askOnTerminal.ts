import { once } from 'node:events';
import { createInterface } from 'node:readline/promises';
import { terminalText } from './terminalText.ts';

/** Asks the person at the terminal; an empty answer counts as no. */
export type Ask = (question: string) => Promise<string>;

/** Answers null where nobody can be asked. */
export function askOnTerminal(): Ask | null {
  return process.stdin.isTTY ? ask : null;
}

/** Whether the person says yes. Without `ask` the call has said it already, by `--no-prompt`. */
export async function isConfirmed(ask: Ask | null, question: string): Promise<boolean> {
  return ask === null || /^\s*y(?:es)?\s*$/iu.test(await ask(question));
}

async function ask(question: string): Promise<string> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  // Ctrl-C and Ctrl-D close the terminal without an answer, which counts as no.
  const closed = once(terminal, 'close').then(() => '');
  try {
    return await Promise.race([terminal.question(terminalText(question)).catch(() => ''), closed]);
  } finally {
    terminal.close();
  }
}
