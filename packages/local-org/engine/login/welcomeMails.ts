import type { Outbox } from '../mail/outbox.ts';
import type { PasswordLinks } from './passwordLinks.ts';
import { setPasswordUrl } from './sitePaths.ts';
import { isTrue, textOf, type StoredRecord } from '../storage/record.ts';
import { standardObject, type World } from '../world/world.ts';
import { toDateTime } from '../storage/clock.ts';

/** The welcome mails of sites. A member gets one mail from each site, once. */
export interface WelcomeMails {
  /** Sends the mail to a user who has just become a member. */
  toNewMember(user: StoredRecord, networkId: string): void;
  /** Source: Salesforce CLI Reference, `community create`: "Activating the site sends a welcome email to site members" [F-029]. */
  toMembersOf(site: StoredRecord): void;
  /** Marks the mails of all members as sent, for members with which an org starts. */
  markAsSent(site: StoredRecord): void;
}

/**
 * A member gets a mail if the site is active and has "Send welcome email" on. The outbox checks deliverability.
 * Source: Salesforce Help, "Troubleshooting Steps If Site Members Don’t Receive Welcome Emails" [F-029].
 */
export function createWelcomeMails(
  world: World,
  links: PasswordLinks,
  outbox: Outbox,
  url: () => string
): WelcomeMails {
  const sent = new Set<string>();

  function send(user: StoredRecord, site: StoredRecord): void {
    const key = `${user.Id} ${site.Id}`;
    if (sent.has(key) || !isTrue(user, 'IsActive') || !isTrue(site, 'OptionsSendWelcomeEmail')) return;
    sent.add(key);
    outbox.send({ kind: 'welcome', user, site, link: setPasswordUrl(url(), site, links.create(user.Id)) });
  }

  function membersOf(site: StoredRecord): StoredRecord[] {
    return world.records
      .where('NetworkMember', 'NetworkId', site.Id)
      .flatMap((member) => world.records.find(textOf(member, 'MemberId')) ?? []);
  }

  return {
    toNewMember: (user, networkId) => {
      const site = world.records.find(networkId);
      if (site !== undefined && textOf(site, 'Status') === 'Live') send(user, site);
    },
    toMembersOf: (site) => {
      if (textOf(site, 'FirstActivationDate') === '') {
        const today = toDateTime(world.clock.now()).slice(0, 10);
        world.records.save(standardObject(world, 'Network'), { ...site, FirstActivationDate: today });
      }
      for (const user of membersOf(site)) send(user, site);
    },
    markAsSent: (site) => {
      for (const user of membersOf(site)) sent.add(`${user.Id} ${site.Id}`);
    }
  };
}
