import { displayText } from 'c/externalUserRules';
import { WELCOME_EMAIL, WELCOME_EMAIL_ON } from '../run/sitesThatSend.ts';
import type { OrgRefusal } from '../transports/orgAnswer.ts';

/** Why a run stopped, and how it goes on. Each command ends its line, without a full stop, so that it can be copied. */
export function stopSentence({ code: orgCode, failure }: OrgRefusal, org: string, resume: string): string {
  const { code, message } = failure;
  const words = displayText(message.replace(/\s+/gu, ' ').trim().replace(/\.$/u, ''));
  const goOn = `Nothing is sent twice. Then go on: ${resume}`;
  if (orgCode === WELCOME_EMAIL || orgCode === WELCOME_EMAIL_ON) return `${message} ${goOn}`;
  switch (code) {
    case 'sessionExpired':
      return `The session of ${org} has ended. Log in again: npx sf org login web --alias ${org}\n${goOn}`;
    case 'noAnswer':
    case 'unreadable':
    case 'serverDown':
      return `${org} can’t be reached (${words || 'no answer'}). Check the network and the org’s status. ${goOn}`;
    case 'busy':
      return `${org} takes no more requests for now (${words}). ${goOn}`;
    case 'noAccess':
      return `${org} refuses: ${words}. Ask an admin for the permission. ${goOn}`;
    default:
      return `${org} refuses: ${words || code}. ${goOn}`;
  }
}
