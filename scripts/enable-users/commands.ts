import ExternalUserPlan from './commands/plan.ts';
import ExternalUserResetPasswords from './commands/reset-passwords.ts';
import ExternalUserResults from './commands/results.ts';
import ExternalUserResume from './commands/resume.ts';
import ExternalUserRun from './commands/run.ts';

/** As `npm run enable-users --` calls them. */
export const COMMANDS = {
  plan: ExternalUserPlan,
  run: ExternalUserRun,
  resume: ExternalUserResume,
  results: ExternalUserResults,
  'reset-passwords': ExternalUserResetPasswords
};

/** As the sf CLI calls them: `sf external-user plan`. */
export const SF_COMMANDS = Object.fromEntries(
  Object.entries(COMMANDS).map(([name, command]) => [`external-user:${name}`, command])
);
