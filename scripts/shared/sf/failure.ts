import type { SfRefusal } from 'sf-cli/sf';
import type { StepFailure } from '../runSteps.ts';
import type { DeploymentRefusal } from './deployment.ts';

/** What to do about an error of the CLI, by its code and words. */
const ADVICE: readonly (readonly [RegExp, string])[] = [
  [
    /NamedOrgNotFound|NoAuthInfo|AuthInfoCreationError/u,
    'name an org that "npx sf org list" shows, or log in to yours: npx sf org login web --alias <alias>'
  ],
  [
    /NoDefaultDevHub|No default dev hub/iu,
    'name a Dev Hub that "npx sf org list" shows, with --dev-hub <alias>, or set a default one: npx sf config set ' +
      'target-dev-hub <alias>. Without Salesforce, --dev-hub local takes one on this machine.'
  ],
  [
    /NoDefaultEnv|NoTargetOrg/u,
    'name an org that "npx sf org list" shows, with --target-org <alias>, or set a default one: npx sf config set ' +
      'target-org <alias>'
  ],
  [
    /RefreshTokenAuth|INVALID_SESSION|ERROR_HTTP_401|AuthError|JwtGrant/iu,
    'the session has ended; log in again: npx sf org login web --alias <alias>'
  ],
  [
    /ERROR_HTTP_(?:408|429|5\d\d)|SERVER_UNAVAILABLE|REQUEST_LIMIT_EXCEEDED|UNABLE_TO_LOCK_ROW/u,
    'the org can’t answer for now; wait some minutes, then run it again.'
  ],
  [/ECONN|ENOTFOUND|ETIMEDOUT|EAI_AGAIN|Timeout|socket/iu, 'check the network and the org’s status, then run it again.']
];

/** A refusal in the CLI's words, with the command that got it. */
export function failureOf({ code, message, actions, command }: SfRefusal): StepFailure {
  const advice = ADVICE.find(([errors]) => errors.test(`${code} ${message}`))?.[1];
  return {
    kind: 'failed',
    message: message || code || 'the CLI gave no reason.',
    details: [`Command: npx ${command}`, ...actions],
    todo: advice ?? 'see what the message asks for, then run it again; the command above shows more without our script.'
  };
}

/** The org lacks a permission that comes with Digital Experiences and external licenses [F-138]. */
const MISSING_PERMISSION =
  /(?:Unknown user permission: |Invalid reference )(?:ManagePartners|ManageCssUsers|ManageNetworks)\b/u;
const EXPERIENCES_FIRST =
  'turn on Digital Experiences first (Setup, Digital Experiences, Settings), as the org lacks a permission that comes with it. ' +
  'It also takes licenses for customers or partners (Setup, Company Information, User Licenses). Then run it again; the org ' +
  'kept nothing of this deploy.';

/** A failed deploy, with each component that caused it. */
export function deploymentFailure(refusal: DeploymentRefusal): StepFailure {
  const failure = failureOf(refusal);
  const lacksExperiences = refusal.problems.some(({ problem }) => MISSING_PERMISSION.test(problem));
  return refusal.problems.length === 0
    ? failure
    : {
        ...failure,
        details: refusal.problems.map(({ place, problem }) => `${place} ${problem}`),
        todo: lacksExperiences
          ? EXPERIENCES_FIRST
          : 'correct what is named above and run it again; the org kept nothing of this deploy.'
      };
}
