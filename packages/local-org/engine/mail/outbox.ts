import { toDateTime } from '../storage/clock.ts';
import { toEml } from './eml.ts';
import { textOf, type StoredRecord } from '../storage/record.ts';
import type { World } from '../world/world.ts';
import type { Mail } from './mail.ts';
import { isDelivered } from './verifiedSender.ts';

/** A mail that the platform sends by itself. */
export interface Outgoing {
  readonly kind: MailKind;
  readonly user: StoredRecord;
  /** The site that sends it; null if the user is a member of no site. */
  readonly site: StoredRecord | null;
  readonly link: string | null;
  /** For a failed registration: the visitor's address, and the cause. */
  readonly failure?: { readonly email: string; readonly cause: string };
  readonly flowError?: FlowError;
}

type MailKind = 'welcome' | 'resetPassword' | 'registrationFailed' | 'flowError';

/** A failed interview: the label of the flow, the element, and the username of the current user. */
export interface FlowError {
  readonly flow: string;
  readonly element: string;
  readonly message: string;
  readonly username: string;
}

export interface Outbox {
  readonly mails: readonly Mail[];
  send(outgoing: Outgoing): void;
}

/** Setup → Deliverability, "Access to send email": "System email only" lets password mails through, and no other mail. */
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

let last = { url: '', hostname: '' };

/** Keeps the last result, because thousands of mails have the same address. */
function hostnameOf(url: string): string {
  if (last.url !== url) last = { url, hostname: new URL(url).hostname };
  return last.hostname;
}

/** An outbox in memory. The oldest mail comes first. */
export function createOutbox(world: World, url: () => string): Outbox {
  const mails: Mail[] = [];
  return {
    mails,
    send: (outgoing) => {
      if (!mayLeave(world, outgoing.kind) || !isDelivered(world, outgoing.site)) return;
      const id = `mail-${String(mails.length + 1)}`;
      mails.push(new ComposedMail(world, id, outgoing, hostnameOf(url())));
    }
  };
}

/**
 * A mail that composes its text when it is read, because a bulk job sends a hundred thousand mails. The text shows the
 * records as they were when the mail was sent.
 */
class ComposedMail implements Mail {
  readonly id: string;
  readonly sentAt: string;
  readonly #outgoing: Outgoing;
  readonly #organization: StoredRecord | undefined;
  readonly #hostname: string;

  constructor(world: World, id: string, outgoing: Outgoing, hostname: string) {
    this.id = id;
    this.sentAt = toDateTime(world.clock.now()).replace('+0000', 'Z');
    this.#outgoing = outgoing;
    this.#organization = world.records.all('Organization')[0];
    this.#hostname = hostname;
  }

  get link(): string | null {
    return this.#outgoing.link;
  }

  get userId(): string {
    return this.#outgoing.user.Id;
  }

  get to(): string {
    const { user } = this.#outgoing;
    return `${textOf(user, 'Name')} <${textOf(user, 'Email')}>`;
  }

  get from(): string {
    const { site } = this.#outgoing;
    const sender = (site === null ? '' : textOf(site, 'EmailSenderName')) || nameOf(site ?? this.#organization);
    const address = (site === null ? '' : textOf(site, 'EmailSenderAddress')) || `noreply@${this.#hostname}`;
    return `${sender} <${address}>`;
  }

  get subject(): string {
    return this.#content().subject;
  }

  get text(): string {
    return this.#content().text;
  }

  get eml(): string {
    return toEml(this, this.#hostname);
  }

  toJSON(): Mail {
    const { id, to, from, subject, text, link, sentAt, userId, eml } = this;
    return { id, to, from, subject, text, link, sentAt, userId, eml };
  }

  #content(): Pick<Mail, 'subject' | 'text'> {
    return contentOf(this.#outgoing, nameOf(this.#outgoing.site ?? this.#organization), nameOf(this.#organization));
  }
}

function contentOf(
  { kind, user, link, failure, flowError }: Outgoing,
  siteName: string,
  orgName: string
): Pick<Mail, 'subject' | 'text'> {
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
    case 'registrationFailed':
      return {
        subject: `A visitor could not register at ${siteName}`,
        text: lines(greeting, `Email: ${failure?.email ?? ''}`, `Cause: ${failure?.cause ?? ''}`)
      };
    case 'flowError': {
      const { flow = '', element = '', message = '', username: runBy = '' } = flowError ?? {};
      return {
        subject: `Error Occurred During Flow “${flow}”`,
        text: lines(greeting, `An error occurred at element ${element}.`, message, `Current user: ${runBy}`)
      };
    }
  }
}

function lines(...paragraphs: readonly string[]): string {
  return `${paragraphs.join('\n\n')}\n`;
}

function nameOf(record: StoredRecord | undefined): string {
  return record === undefined ? '' : textOf(record, 'Name');
}
