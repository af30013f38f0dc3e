import ExternalUserPlan from './plan.ts';
import ExternalUserResetPasswords from './resetPasswords.ts';
import ExternalUserResults from './results.ts';
import ExternalUserResume from './resume.ts';
import ExternalUserRun from './run.ts';

/** The commands as `npm run enable-users --` calls them. */
export const COMMANDS = {
  plan: ExternalUserPlan,
  run: ExternalUserRun,
  resume: ExternalUserResume,
  results: ExternalUserResults,
  'reset-passwords': ExternalUserResetPasswords
};

/** The commands as the sf CLI calls them: `sf external-user plan`. */
export const SF_COMMANDS = Object.fromEntries(
  Object.entries(COMMANDS).map(([name, command]) => [`external-user:${name}`, command])
);
