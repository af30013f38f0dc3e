import type { Failure } from '../runSteps.ts';
import type { Deployment } from './deployment.ts';
import type { SfRefusal } from 'sf-cli/sf';

/** What to do about errors of the CLI by their names; for others it is what the CLI says itself. */
const ADVICE: readonly (readonly [RegExp, string])[] = [
  [
    /NamedOrgNotFound|NoAuthInfo|AuthInfoCreationError/u,
    'name an org that "sf org list" shows, or log in to yours: sf org login web --alias <alias>.'
  ],
  [
    /NoDefaultEnv|NoDefaultDevHub|NoTargetOrg/u,
    'name an org, or set a default one: sf config set target-org <alias> (target-dev-hub for a Dev Hub).'
  ],
  [
    /RefreshTokenAuth|INVALID_SESSION|ERROR_HTTP_401|AuthError|JwtGrant/iu,
    'the session has ended; log in again: sf org login web --alias <alias>.'
  ],
  [/ECONN|ENOTFOUND|ETIMEDOUT|EAI_AGAIN|Timeout|socket/iu, 'check the network and the org’s status, then run it again.']
];

/** A failure in the CLI's words, with the command that met it. */
export function failureOf(refusal: SfRefusal): Failure {
  const { name, message, actions, command } = refusal;
  const advice = ADVICE.find(([errors]) => errors.test(`${name} ${message}`))?.[1];
  return {
    message: message || name || 'the CLI gave no reason.',
    details: [`Command: ${command}`, ...actions],
    todo: advice ?? 'see what the message asks for, then run it again; the command above shows more without our script.'
  };
}

/** A failed deploy with each component that refused it. */
export function deploymentFailure({ refusal, problems }: Extract<Deployment, { kind: 'failed' }>): Failure {
  const failure = failureOf(refusal);
  return problems.length === 0
    ? failure
    : {
        message: failure.message,
        details: problems.map(({ place, problem }) => `${place} ${problem}`),
        todo: 'correct what is named above and run it again; the org kept nothing of this deploy.'
      };
}
