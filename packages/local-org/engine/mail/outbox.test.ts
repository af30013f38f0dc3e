import { amelie, insert, readyOrg, recordNamed, sitesOf, update, withFields, written } from '../../testing/readyOrg.ts';
import type { Org } from '../org/org.ts';

function subjects(org: Org): string[] {
  return org.outbox.map(({ subject }) => subject);
}

describe('the welcome mail', () => {
  it('goes to the new member once, with a set-password link', () => {
    const org = readyOrg();
    const user = written(org, insert(org, 'User', amelie(org)));
    update(org, user.Id, { IsActive: false });
    update(org, user.Id, { IsActive: true });
    expect(org.outbox).toHaveLength(1);
    const mail = org.outbox[0];
    expect(mail).toMatchObject({
      to: 'Amélie Dubois <amelie.dubois@northwind-angstrom.example>',
      from: 'Acme Help <help@acme.example>',
      subject: 'Welcome to Acme Help',
      userId: user.Id
    });
    expect(mail?.link).toMatch(/^http:\/\/localhost:4280\/acmehelp\/login\/set-password\?token=[\da-f]{64}$/);
    expect(mail?.text).toContain(mail?.link);
  });

  it.each([
    ['whose welcome mail is off', readyOrg({}, withFields('acmeHelp', { OptionsSendWelcomeEmail: false }))],
    ['that is not live', readyOrg({}, withFields('acmeHelp', { Status: 'UnderConstruction' }))],
    ['of an org with system email only', readyOrg({ emailDeliverability: 'system' })],
    ['of an org without email', readyOrg({ emailDeliverability: 'none' })],
    ['whose sender has an unverified domain', readyOrg({}, withFields('acmeKey', { IsActive: false }))],
    ['whose DKIM key is one for subdomains', readyOrg({}, withFields('acmeKey', { DomainMatch: 'SubdomainsOnly' }))],
    [
      'whose sender has a subdomain',
      readyOrg({}, withFields('acmeHelp', { EmailSenderAddress: 'a@mail.acme.example' }))
    ],
    [
      'whose domain is authorized, but not verified',
      readyOrg({ authorizedEmailDomains: { 'acme.example': false } }, withFields('acmeKey', { IsActive: false }))
    ]
  ])('is not sent by a site %s', (_which, org) => {
    insert(org, 'User', amelie(org));
    expect(org.outbox).toEqual([]);
  });

  it.each([
    ['a verified authorized email domain', { authorizedEmailDomains: { 'acme.example': true } }, 'help@acme.example'],
    ['a substitute for unverified domains', { substitutesUnverifiedSenders: true }, 'help@acme.example'],
    ['a public provider', {}, 'acme@gmail.com']
  ])('is sent without a DKIM key from %s', (_which, settings, EmailSenderAddress) => {
    const org = readyOrg(settings, (starting) =>
      withFields('acmeHelp', { EmailSenderAddress })(withFields('acmeKey', { IsActive: false })(starting))
    );
    insert(org, 'User', amelie(org));
    expect(subjects(org)).toEqual(['Welcome to Acme Help']);
  });

  it('goes to a new member when it becomes one, by a site that sends it then', () => {
    const org = readyOrg();
    org.memberships.hold();
    const user = written(org, insert(org, 'User', amelie(org)));
    expect({ sites: sitesOf(org, user), mails: org.outbox }).toEqual({ sites: [], mails: [] });
    org.memberships.release();
    expect(sitesOf(org, user)).toHaveLength(1);
    expect(subjects(org)).toEqual(['Welcome to Acme Help']);
  });

  it('is not sent to an inactive user before it is activated', () => {
    const org = readyOrg();
    const user = written(org, insert(org, 'User', amelie(org, { IsActive: false })));
    expect(subjects(org)).toEqual([]);
    update(org, user.Id, { IsActive: true });
    expect(subjects(org)).toEqual(['Welcome to Acme Help']);
  });

  it('is sent by each site that the user joins', () => {
    const org = readyOrg();
    insert(org, 'NetworkMemberGroup', {
      NetworkId: recordNamed(org, 'Network', 'Acme Partners').Id,
      ParentId: recordNamed(org, 'Profile', 'Acme Customer Plus').Id
    });
    const before = org.outbox.length;
    insert(org, 'User', amelie(org, { ProfileId: recordNamed(org, 'Profile', 'Acme Customer Plus').Id }));
    expect(subjects(org).slice(before).sort()).toEqual(['Welcome to Acme Help', 'Welcome to Acme Partners']);
  });

  it('goes to all members when the site is activated for the first time', () => {
    const org = readyOrg({}, withFields('acmeHelp', { Status: 'UnderConstruction' }));
    const site = recordNamed(org, 'Network', 'Acme Help');
    for (const Status of ['Live', 'DownForMaintenance', 'Live']) update(org, site.Id, { Status });
    const recipients = org.outbox.map(({ to }) => to);
    expect(recipients).toContain('Zoë Müller-Lüdenscheidt <zoe.mueller@northwind-angstrom.example>');
    expect(new Set(recipients).size).toBe(recipients.length);
    expect(org.find(site.Id)?.['FirstActivationDate']).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });
});

describe('a password reset', () => {
  it('is mailed even if only system email is allowed, and expires the password', () => {
    const org = readyOrg({ emailDeliverability: 'system' });
    const user = written(org, insert(org, 'User', amelie(org)));
    org.passwords.set(user.Id, 'first password 1');
    const temporary = org.passwords.reset(user.Id);
    expect(subjects(org)).toEqual(['Finish resetting your Acme Help password']);
    expect([
      org.passwords.isExpired(user.Id),
      org.passwords.matches(user.Id, temporary),
      org.passwords.matches(user.Id, 'first password 1')
    ]).toEqual([true, true, false]);
  });

  it('refuses each of the last three passwords', () => {
    const org = readyOrg();
    const { Id } = written(org, insert(org, 'User', amelie(org)));
    const messages = ['one 11111', 'two 22222', 'one 11111'].map(
      (password) => org.passwords.set(Id, password)?.message
    );
    expect(messages).toEqual([undefined, undefined, 'invalid repeated password']);
  });
});

describe('a mail as .eml', () => {
  const emlFor = (LastName: string): string => {
    const org = readyOrg();
    insert(org, 'User', amelie(org, { LastName }));
    return org.outbox[0]?.eml ?? '';
  };

  it.each(['Dubois', '佐藤'.repeat(20), 'Dubois, "Mimi" <x@y>'])(
    'has ASCII lines that end in CRLF for the name %s',
    (name) => {
      const eml = emlFor(name);
      expect(eml).toMatch(/^[\x20-\x7e\r\n]*$/);
      expect(eml.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
      for (const line of eml.split('\r\n')) expect(line.length).toBeLessThanOrEqual(78);
    }
  );

  it('keeps every letter of headers and body', () => {
    const eml = emlFor('Åström');
    const [headers = '', body = ''] = eml.split('\r\n\r\n');
    const name = [...headers.matchAll(/=\?UTF-8\?B\?([^?]+)\?=/g)]
      .map(([, word]) => Buffer.from(word ?? '', 'base64').toString())
      .join('');
    expect(name).toBe('Amélie Åström');
    expect(Buffer.from(body, 'base64').toString()).toMatch(/^Hi Amélie,\r\n\r\nWelcome to Acme Help!/);
  });
});
