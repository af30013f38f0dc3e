import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where this person's runs keep what they share about an org (XDG Base Directory Specification, $XDG_STATE_HOME). */
export function stateFolderOf(
  orgId: string,
  environment: Readonly<Record<string, string | undefined>> = process.env
): string {
  const home = environment['XDG_STATE_HOME'] ?? environment['LOCALAPPDATA'] ?? join(homedir(), '.local', 'state');
  return join(home, 'external-user-enabler', orgId);
}
