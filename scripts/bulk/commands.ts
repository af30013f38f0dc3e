import ExternalUserPlan from './commands/plan.ts';

/** As `npm run enable-users --` calls them. */
export const COMMANDS = {
  plan: ExternalUserPlan
};

/** As the sf CLI calls them: `sf external-user plan`. */
export const SF_COMMANDS = Object.fromEntries(
  Object.entries(COMMANDS).map(([name, command]) => [`external-user:${name}`, command])
);
