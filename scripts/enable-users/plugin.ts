import '../shared/startUp.js';

/** The commands for the sf CLI, once this project is linked to it with `sf plugins link .`. */
export const { SF_COMMANDS } = await import('./commands/commands.ts');
