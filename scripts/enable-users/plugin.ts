import './resolveRules.js';

/** The door for the sf CLI, once `sf plugins link .` has told it of this project. */
export const { SF_COMMANDS } = await import('./commands/commands.ts');
