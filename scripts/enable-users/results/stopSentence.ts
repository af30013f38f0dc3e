import type { Failure } from 'c/externalUserRules';

/** Why a run stopped, and how it goes on. */
export function stopSentence({ code, message }: Failure, org: string, resume: string): string {
  const words = message.replace(/\s+/gu, ' ').trim().replace(/\.$/u, '');
  const goOn = `Then go on: ${resume}. Nothing is sent twice.`;
  switch (code) {
    case 'sessionExpired':
      return `The session of ${org} has ended. Log in again: sf org login web --alias ${org}. ${goOn}`;
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
