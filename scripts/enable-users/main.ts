import { resolve } from 'node:path';
import { Config, handle, run } from '@oclif/core';
import packageJson from '../../package.json' with { type: 'json' };

export { planFolder, type PlanRequest } from './commands/planFolder.ts';
export { createOrgApi } from './transports/orgApi.ts';

/** `npm run enable-users -- <plan|run|resume|results|reset-passwords>`: external users for many contacts. */

const ROOT = resolve(import.meta.dirname, '../..');

if (import.meta.main) {
  // The log of the library is a thread with 20 MB; a run has a journal of its own.
  process.env['SF_DISABLE_LOG_FILE'] ??= 'true';
  try {
    const config = await Config.load({
      root: ROOT,
      pjson: {
        name: packageJson.name,
        version: packageJson.version,
        oclif: {
          bin: 'npm run enable-users --',
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
    await run(process.argv.slice(2), config);
  } catch (error) {
    await handle(error instanceof Error ? error : new Error(String(error)));
  }
}
