import { runCommand, type CapturedResult } from 'sf-cli/command';

/** Runs one of our commands as `npm run <name>` does. */
export function runOurCommand(
  name: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>>
): Promise<CapturedResult> {
  return runCommand(
    'node',
    ['--import', './scripts/shared/startUp.js', `scripts/${name}/main.ts`, ...args],
    environment
  );
}
