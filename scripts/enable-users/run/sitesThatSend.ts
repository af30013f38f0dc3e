import { isTransient } from 'c/externalUserRules';
import { known } from 'sf-cli/answer';
import { flagAt, textAt } from 'sf-cli/json';
import type { SiteName } from '../store/welcomeEmailRecord.ts';
import { refusal, type OrgAnswer, type OrgRefusal } from '../transports/orgAnswer.ts';
import { withRetries } from '../transports/retries.ts';
import type { RunContext } from './openRun.ts';

/** Codes of refusals whose messages are whole sentences: it can't be suppressed, or somebody switched it on meanwhile. */
export const WELCOME_EMAIL = 'WELCOME_EMAIL';
export const WELCOME_EMAIL_ON = 'WELCOME_EMAIL_ON';

export function welcomeEmailRefusal(message: string, code = WELCOME_EMAIL): OrgRefusal {
  return refusal(code, message, null);
}

/** Who has one of these sees every site; others see the published ones that they are members of [F-027]. */
const SEEING = ['PermissionsModifyAllData', 'PermissionsViewAllData', 'PermissionsManageNetworks'];

/**
 * Sites with "Send welcome email" on, whatever their status: one that is activated meanwhile mails its members [F-029].
 * Refused where the person may not see every site, as none in sight doesn't mean that there is none.
 */
export async function findSitesThatSend({ api, clock }: RunContext): Promise<OrgAnswer<readonly SiteName[]>> {
  const rights = await withRetries(() => api.query(`SELECT ${SEEING.join(', ')} FROM UserPermissionAccess`), clock);
  if (rights.kind === 'refused' && isPassing(rights)) return rights;
  if (rights.kind === 'refused' || !SEEING.some((name) => flagAt(rights.value[0], name) === true)) {
    return welcomeEmailRefusal(
      'Welcome email can’t be suppressed: you see only the sites that you are a member of, and another site may send it. The permission Create and Set Up Experiences shows all sites.'
    );
  }
  const sites = await withRetries(
    () => api.query('SELECT Id, Name FROM Network WHERE OptionsSendWelcomeEmail = true'),
    clock
  );
  if (sites.kind === 'known') {
    return known(sites.value.map((site) => ({ id: textAt(site, 'Id'), name: textAt(site, 'Name') })));
  }
  // An org without Digital Experiences has no sites [F-026].
  if (sites.code === 'INVALID_TYPE') return known([]);
  return sites.failure.code === 'noAccess'
    ? welcomeEmailRefusal(`Welcome email can’t be suppressed: the sites can’t be read (${sites.message}).`)
    : sites;
}

/** The org could not answer, so it said nothing of the rights. */
function isPassing({ failure }: OrgRefusal): boolean {
  return isTransient(failure) || failure.code === 'sessionExpired';
}
