import { valueOr as factOr } from 'c/externalUserRules';
import { valueOr } from 'sf-cli/answer';
import { findingsOf, listed, type Finding } from '../finding.ts';
import type { Links } from '../links.ts';
import { ruleFinding, type Reading } from '../reading/reading.ts';

const say = findingsOf('welcomeMail', 'Welcome mail');

/** A live site sends a welcome mail to new members if its settings say so [F-029]. */
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
    case undefined:
      return say('warning', 'No live site sends one: a new user gets no link to set a password.', {
        fix: 'Switch on “Send welcome email” in a site’s Workspaces, Administration, Emails; or reset the user’s password.',
        link: links.setup('SetupNetworks'),
        facts
      });
    default:
      return say('unknown', 'Which sites send one can’t be read.', { facts });
  }
}

/** No API names the access level of Setup, Deliverability. */
export function deliverability(links: Links): Finding {
  return findingsOf('deliverability', 'Deliverability')(
    'unknown',
    'No API says whether the org sends email. Sandboxes and scratch orgs start with system email only.',
    {
      fix: 'Look at Access to Send Email: welcome mail takes “All email”.',
      link: links.setup('OrgEmailSettings')
    }
  );
}
