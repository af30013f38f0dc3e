import { readAnswer, toCommandLine } from './sf.ts';

const read = (exitCode: number | null, stdout: string, output = stdout) =>
  readAnswer(['org', 'display', '--target-org', 'demo'], { exitCode, stdout, output });

describe('an answer of the CLI', () => {
  it('holds the result of the command', () => {
    expect(read(0, '{"status":0,"result":{"id":"00D"},"warnings":[]}', 'Warning: x\n{…}')).toEqual({
      kind: 'known',
      value: { id: '00D' }
    });
  });

  it('holds the error, its advice and the command, without the heading and the hint of a flag', () => {
    const error = {
      name: 'NamedOrgNotFoundError',
      message: 'Parsing --target-org \n\tNo authorization information found for demo.\nSee more help with --help',
      actions: ['Did you mean "demo2"?']
    };
    expect(read(2, JSON.stringify(error))).toMatchObject({
      kind: 'refused',
      command: 'sf org display --target-org demo',
      code: 'NamedOrgNotFoundError',
      message: 'No authorization information found for demo.',
      actions: ['Did you mean "demo2"?']
    });
  });

  it.each([
    ['a command fails with a result', 1, '{"status":1,"result":{"status":"Failed"}}', '', { status: 'Failed' }],
    ['the CLI prints no JSON', 1, 'command org:dsiplay not found', 'command org:dsiplay not found', undefined],
    ['a command takes too long', null, '', 'The command was ended before it was done.', undefined],
    ['a command prints nothing', 0, '', '', undefined]
  ])('is a refusal when %s', (_title, exitCode, stdout, message, result) => {
    expect(read(exitCode, stdout)).toMatchObject({ kind: 'refused', message, result });
  });
});

describe('a command line', () => {
  it.each([
    [
      ['data', 'query', '--query', "SELECT Id FROM User WHERE Name = 'Ann'"],
      /^sf data query --query 'SELECT .*'\\''Ann'\\'''$/u
    ],
    [['org', 'display', '-o', 'ann@acme.example'], /^sf org display -o ann@acme\.example$/u]
  ])('can be pasted into a shell: %j', (command, line) => {
    expect(toCommandLine(command)).toMatch(line);
  });
});
