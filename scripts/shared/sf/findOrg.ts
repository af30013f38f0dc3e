import { known, type Answer } from 'sf-cli/answer';
import { textAt } from 'sf-cli/json';
import type { Sf, SfRefusal } from 'sf-cli/sf';

export interface FoundOrg {
  /** As the person names it: its alias, or the username. Commands to copy have it. */
  readonly name: string;
  readonly username: string;
  /** Without a trailing slash. */
  readonly url: string;
}

/** The org of an alias or a username; undefined is the CLI's default org. */
export async function findOrg(sf: Sf, targetOrg: string | undefined): Promise<Answer<FoundOrg, SfRefusal>> {
  const answer = await sf(['org', 'display', ...(targetOrg === undefined ? [] : ['--target-org', targetOrg])]);
  if (answer.kind === 'refused') return answer;
  const username = textAt(answer.value, 'username');
  const url = textAt(answer.value, 'instanceUrl').replace(/(?<!\/)\/+$/u, '');
  return known({ name: targetOrg ?? username, username, url });
}
