import type { runCommand } from './command.ts';
import { createSf, type Sf } from './sf.ts';

/** The alias under which the CLI knows the local org. */
export const LOCAL = 'local';

/**
 * Logs the sf CLI in to a local org, which becomes its default org. It has a home folder of its own, so that the orgs of
 * the user are neither read nor changed; it works on the project in `folder`. Throws with the CLI's words where it can't log in.
 */
export async function logInToLocalOrg(
  home: string,
  { url, accessToken }: { readonly url: string; readonly accessToken: string },
  folder?: string,
  run?: typeof runCommand
): Promise<Sf> {
  const sf = createSf(localEnvironment(home, accessToken), folder, run);
  const answer = await sf(['org', 'login', 'access-token', '--instance-url', url, '--no-prompt', '--alias', LOCAL]);
  if (answer.kind === 'refused') {
    throw new Error(`The sf CLI could not log in to the local org: ${answer.message}`);
  }
  return sf;
}

/** The environment in which the CLI and programs on its libraries find the local org, and none of the user's own orgs. */
export function localEnvironment(home: string, accessToken: string): Readonly<Record<string, string>> {
  return {
    HOME: home,
    // Playwright asks for colors, and JSON with colors can't be read.
    FORCE_COLOR: '0',
    // In that of a test the CLI looks for plugins of its developers.
    NODE_ENV: 'production',
    SF_ACCESS_TOKEN: accessToken,
    SF_TARGET_ORG: LOCAL,
    SF_DISABLE_AUTOUPDATE: 'true',
    // The log is written by a thread that takes 0.2 s to start.
    SF_DISABLE_LOG_FILE: 'true',
    SF_DISABLE_TELEMETRY: 'true',
    SF_SKIP_NEW_VERSION_CHECK: 'true',
    SF_USE_GENERIC_UNIX_KEYCHAIN: 'true'
  };
}
