import { resolve } from 'node:path';
import { Config, handle, run } from '@oclif/core';
import packageJson from '../../package.json' with { type: 'json' };
import { didYouMean, processOutput } from '../shared/commandLine.ts';
import { runProcess } from '../shared/commandProcess.ts';
import { EXIT } from '../shared/exit.ts';
import { loadLibrariesLazily } from './lazyLibraries.ts';

/** `npm run enable-users -- <plan|run|resume|results|reset-passwords>`: external users for many contacts. */

const BIN = 'npm run enable-users --';
const ROOT = resolve(import.meta.dirname, '../..');

if (import.meta.main) await main();

/** The body of the process. */
export async function main(): Promise<void> {
  // The library writes its log in a thread that takes 20 MB, and nothing of a run is only in that log.
  process.env['SF_DISABLE_LOG_FILE'] ??= 'true';
  loadLibrariesLazily();
  await runProcess(runCommand, 'Interrupted. Nothing was sent to the org.');
}

async function runCommand(): Promise<number> {
  try {
    const config = await Config.load({
      root: ROOT,
      pjson: {
        name: packageJson.name,
        version: packageJson.version,
        oclif: {
          bin: BIN,
          topicSeparator: ' ',
          description: 'Enables external users for many contacts.',
          commands: {
            strategy: 'explicit',
            target: './scripts/enable-users/commands/commands.ts',
            identifier: 'COMMANDS'
          }
        }
      }
    });
    const args = process.argv.slice(2);
    const [word = '-'] = args;
    if (!word.startsWith('-') && config.findCommand(word) === undefined) {
      processOutput.writeError(unknownCommand(word, config.commandIDs));
      return EXIT.usage;
    }
    await run(args, config);
  } catch (error) {
    await handle(error instanceof Error ? error : new Error(String(error)));
  }
  return Number(process.exitCode ?? 0);
}

/** oclif's own words name no command that exists. */
function unknownCommand(word: string, commands: readonly string[]): string {
  return `There is no command "${word}".${didYouMean(word, commands)} The commands: ${commands.join(', ')}. ${BIN} --help explains them.\n`;
}
