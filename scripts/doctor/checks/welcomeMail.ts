import { valueOr as factOr } from 'c/externalUserRules';
import { valueOr } from 'sf-cli/answer';
import { findingsOf, listed, type Finding } from '../finding.ts';
import type { Links } from '../links.ts';
import { ruleFinding, type Reading } from '../reading/reading.ts';

const say = findingsOf('welcomeMail', 'Welcome mail');

/** Help, Experience Cloud welcome emails: a live site sends one to its new members, if it is set to. */
export function welcomeMail(reading: Reading, links: Links): Finding {
  const sites = valueOr(reading.sites, []).map(({ name, isLive, sendsWelcomeEmail }) => ({
    name,
    isLive,
    sendsWelcomeMail: factOr(sendsWelcomeEmail, null)
  }));
  const facts = { sites };
  switch (ruleFinding(reading, 'mail')?.code) {
    case 'mailSent': {
      const senders = sites.filter(({ isLive, sendsWelcomeMail }) => isLive && sendsWelcomeMail === true);
      return say('pass', `Sent to new members by ${listed(senders.map(({ name }) => name))}.`, { facts });
    }
    case 'mailOff':
      return say('warning', 'No live site sends one: a new user gets no link to set a password.', {
        fix: 'Switch on “Send welcome email” in a site’s Workspaces, Administration, Emails; or reset the user’s password.',
        link: links.setup('SetupNetworks'),
        facts
      });
    default:
      return say('unknown', 'Which sites send one can’t be read.', { facts });
  }
}
