import { readFile } from 'node:fs/promises';
import { textAt } from 'sf-cli/json';
import type { CommandLine } from './measureCommand.ts';

/** What `npm run enable-users --` runs, word by word. npm itself is left out, as nothing like it runs before sf. */
export async function readOurCommand(): Promise<CommandLine> {
  const json: unknown = JSON.parse(await readFile('package.json', 'utf8'));
  const [command = '', ...args] = textAt(json, 'scripts', 'enable-users').split(' ');
  if (command === '') throw new Error('package.json has no script enable-users');
  return [command, ...args];
}
