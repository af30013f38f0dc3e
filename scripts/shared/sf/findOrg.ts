import { known, type Answer } from 'sf-cli/answer';
import { textAt } from 'sf-cli/json';
import type { Sf, SfRefusal } from 'sf-cli/sf';

export interface FoundOrg {
  readonly username: string;
  /** Without a trailing slash. */
  readonly url: string;
}

/** The org of an alias or a username; undefined is the CLI's default org. */
export async function findOrg(sf: Sf, targetOrg: string | undefined): Promise<Answer<FoundOrg, SfRefusal>> {
  const answer = await sf(['org', 'display', ...(targetOrg === undefined ? [] : ['--target-org', targetOrg])]);
  return answer.kind === 'refused'
    ? answer
    : known({
        username: textAt(answer.value, 'username'),
        url: textAt(answer.value, 'instanceUrl').replace(/(?<!\/)\/+$/u, '')
      });
}
