import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';

const START = ['--import', './scripts/shared/startUp.js', '--input-type=module', '--eval'];
const IMPORTS = `
  import { nextInterruption, whenInterrupted } from './scripts/shared/interruption.ts';
  import { runCommand } from 'sf-cli/command';
`;

/** Runs a program, sends it the signals one after the other, each when it has printed a line, and answers how it ended. */
async function interrupt(program: string, ...signals: readonly NodeJS.Signals[]) {
  const child = spawn(process.execPath, [...START, IMPORTS + program], { stdio: ['ignore', 'pipe', 'pipe'] });
  const left = [...signals];
  child.stdout.on('data', () => {
    const signal = left.shift();
    if (signal !== undefined) child.kill(signal);
  });
  const [said, [code]] = await Promise.all([text(child.stderr), once(child, 'exit') as Promise<[number | null]>]);
  return { said: said.trim(), code };
}

const WAITING = `console.log('ready'); setInterval(() => undefined, 1000);`;

describe('a signal', () => {
  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129]
  ] as const)('%s ends the process with the newest sentence and the exit code %i', async (signal, code) => {
    const program = `
      process.on('${signal}', () => { throw new Error('a listener of a library'); });
      whenInterrupted(() => 'outer');
      whenInterrupted(() => 'inner');
      const release = whenInterrupted(() => 'over');
      release();
      ${WAITING}`;
    expect(await interrupt(program, signal)).toEqual({ said: 'inner', code });
  });

  it('is answered while a spinner of the CLI keeps what is written', async () => {
    const program = `
      process.stderr.write = () => true;
      whenInterrupted(() => 'the sentence');
      ${WAITING}`;
    expect(await interrupt(program, 'SIGINT')).toEqual({ said: 'the sentence', code: 130 });
  });

  it('ends the process even where nothing is to be said', async () => {
    expect(await interrupt(`whenInterrupted(() => 'over')(); ${WAITING}`, 'SIGINT')).toEqual({ said: '', code: 130 });
  });

  it('ends the commands that the process runs', async () => {
    const program = `
      whenInterrupted(() => 'ended');
      process.on('exit', () => console.error('still waiting'));
      const child = runCommand('node', ['--eval', 'setInterval(() => undefined, 1000)']);
      ${WAITING}`;
    // stdout of the child is a pipe of the process: text() resolves only when both have ended.
    expect(await interrupt(program, 'SIGTERM')).toEqual({ said: 'ended\nstill waiting', code: 143 });
  });

  it('that a command waits for is answered by the command, and a second one ends it at once', async () => {
    const program = `
      whenInterrupted(() => 'ended at once');
      ${WAITING}
      await nextInterruption();
      console.log('the first one');`;
    expect(await interrupt(program, 'SIGINT', 'SIGINT')).toEqual({ said: 'ended at once', code: 130 });
  });
});
