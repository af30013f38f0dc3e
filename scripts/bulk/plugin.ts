import { join } from 'node:path';
import { tsImport } from 'tsx/esm/api';
import { isJson } from '../shared/json.ts';

/**
 * The door for the sf CLI, once `sf plugins link .` has told it of this project. The CLI's own process knows nothing of
 * this project's paths (`c/externalUserRules`), so tsx loads the commands.
 */
const loaded: unknown = await tsImport('./commands.ts', {
  parentURL: import.meta.url,
  tsconfig: join(import.meta.dirname, '../../tsconfig.json')
});

export const SF_COMMANDS = isJson(loaded) ? loaded['SF_COMMANDS'] : {};
