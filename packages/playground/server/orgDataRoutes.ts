import { Hono } from 'hono';
import type { LocalOrg, Mail } from 'sfdx-local-org';
import { querySoql, textIn, type QueriedRecord } from '../org/callOrg.ts';
import { administrator } from '../org/people.ts';

const USERS =
  'SELECT Id, Name, Username, IsActive, ContactId, Contact.Name, Profile.Name, Profile.UserLicense.Name FROM User ORDER BY Name';
const USERS_WITHOUT_CONTACT =
  'SELECT Id, Name, Username, IsActive, Profile.Name, Profile.UserLicense.Name FROM User ORDER BY Name';
const LICENSES = 'SELECT Name, TotalLicenses, UsedLicenses FROM UserLicense ORDER BY Name';

/** A mail as the outbox page shows it. */
export type ShownMail = Omit<Mail, 'userId' | 'eml'>;

/** A user as the users page shows it. */
export interface ShownUser {
  readonly id: string;
  readonly name: string;
  readonly username: string;
  readonly isActive: boolean;
  /** Empty for a user without a contact. */
  readonly contactId: string;
  readonly contactName: string;
  readonly profile: string;
  readonly license: string;
}

export interface ShownLicense {
  readonly name: string;
  readonly total: number;
  readonly used: number;
}

/** The data of the outbox page and the users page, as an administrator sees it. */
export function orgDataRoutes(localOrg: LocalOrg): Hono {
  const app = new Hono();
  const query = (soql: string): Promise<QueriedRecord[] | null> => querySoql(localOrg, administrator(localOrg), soql);

  app.get('/data/outbox', (c) =>
    c.json(
      localOrg.outbox.map(({ id, to, from, subject, text, link, sentAt }): ShownMail => ({
        id,
        to,
        from,
        subject,
        text,
        link,
        sentAt
      }))
    )
  );

  app.get('/outbox/:file{.+\\.eml}', (c) => {
    const id = c.req.param('file').replace(/\.eml$/u, '');
    const mail = localOrg.outbox.find((candidate) => candidate.id === id);
    return mail === undefined
      ? c.notFound()
      : c.body(mail.eml, 200, {
          'Content-Type': 'message/rfc822',
          'Content-Disposition': `attachment; filename="${mail.id}.eml"`
        });
  });

  app.get('/data/users', async (c) => {
    // User.ContactId exists only when Digital Experiences are on.
    const users = (await query(USERS)) ?? (await query(USERS_WITHOUT_CONTACT)) ?? [];
    const licenses = (await query(LICENSES)) ?? [];
    return c.json({
      users: users.map((user): ShownUser => ({
        id: textIn(user, 'Id'),
        name: textIn(user, 'Name'),
        username: textIn(user, 'Username'),
        isActive: user['IsActive'] === true,
        contactId: textIn(user, 'ContactId'),
        contactName: textIn(user, 'Contact.Name'),
        profile: textIn(user, 'Profile.Name'),
        license: textIn(user, 'Profile.UserLicense.Name')
      })),
      licenses: licenses.map((license): ShownLicense => ({
        name: textIn(license, 'Name'),
        total: Number(license['TotalLicenses']),
        used: Number(license['UsedLicenses'])
      }))
    });
  });

  return app;
}
