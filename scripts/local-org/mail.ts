import { toEml } from './eml.ts';
import type { Mail, StoredRecord } from './types.ts';
import { textOf } from './values.ts';
import type { World } from './world.ts';

/** What the platform sends by itself. `system` mails go out also where deliverability is "System email only". */
export interface Outgoing {
  readonly kind: 'welcome' | 'resetPassword';
  readonly user: StoredRecord;
  /** The site that it comes from; null for a user of no site. */
  readonly site: StoredRecord | null;
  readonly link: string | null;
}

export interface Outbox {
  readonly mails: readonly Mail[];
  send(outgoing: Outgoing): void;
}

/** Setup → Deliverability, "Access to send email": a password mail is a system mail, a welcome mail is not. */
function mayLeave(world: World, kind: Outgoing['kind']): boolean {
  switch (world.settings.emailDeliverability ?? 'all') {
    case 'all':
      return true;
    case 'system':
      return kind === 'resetPassword';
    case 'none':
      return false;
  }
}

/** An outbox in memory, oldest mail first. */
export function createOutbox(world: World, url: () => string): Outbox {
  const mails: Mail[] = [];
  return {
    mails,
    send: (outgoing) => {
      if (!mayLeave(world, outgoing.kind)) return;
      const id = `mail-${String(mails.length + 1)}`;
      mails.push(compose(world, id, outgoing, new URL(url()).hostname));
    }
  };
}

function compose(world: World, id: string, outgoing: Outgoing, hostname: string): Mail {
  const { user, site, link } = outgoing;
  const organization = world.records.all('Organization')[0];
  const sender = (site === null ? '' : textOf(site, 'EmailSenderName')) || nameOf(site ?? organization);
  const address = (site === null ? '' : textOf(site, 'EmailSenderAddress')) || `noreply@${hostname}`;
  const mail = {
    id,
    to: `${textOf(user, 'Name')} <${textOf(user, 'Email')}>`,
    from: `${sender} <${address}>`,
    ...contentOf(outgoing, nameOf(site ?? organization), nameOf(organization)),
    link,
    sentAt: new Date(world.clock.now()).toISOString(),
    userId: user.Id
  };
  return { ...mail, eml: toEml(mail, hostname) };
}

function contentOf({ kind, user, link }: Outgoing, siteName: string, orgName: string): Pick<Mail, 'subject' | 'text'> {
  const greeting = `Hi ${textOf(user, 'FirstName') || textOf(user, 'LastName')},`;
  const username = `Username: ${textOf(user, 'Username')}`;
  switch (kind) {
    case 'welcome':
      return {
        subject: `Welcome to ${siteName}`,
        text: lines(
          greeting,
          `Welcome to ${siteName}! To get started, go to ${link ?? ''}`,
          username,
          `Thanks,\n${orgName}`
        )
      };
    case 'resetPassword':
      return {
        subject: `Finish resetting your ${siteName} password`,
        text: lines(
          greeting,
          link === null
            ? `Your ${siteName} password was reset. Log in with your temporary password to choose a new one.`
            : `To finish resetting your ${siteName} password, go to ${link}`,
          username,
          `Thanks,\n${orgName}`
        )
      };
  }
}

function lines(...paragraphs: readonly string[]): string {
  return `${paragraphs.join('\n\n')}\n`;
}

function nameOf(record: StoredRecord | undefined): string {
  return record === undefined ? '' : textOf(record, 'Name');
}
