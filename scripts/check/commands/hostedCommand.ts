import { resolve } from 'node:path';
import { createHost, type HostedResult } from 'sf-cli/host/host';

const runInHost = createHost(resolve(import.meta.dirname, 'commandHost.ts'), [
  '--import',
  resolve('scripts/shared/startUp.js')
]);

/** Runs one of our commands as `runOurCommand` does, in a process that has loaded them before. */
export function runHostedCommand(
  name: 'doctor' | 'enable-users',
  args: readonly string[],
  environment: Readonly<Record<string, string>>
): Promise<HostedResult> {
  return runInHost([name, ...args], environment);
}
