import { known, type Answer } from 'sf-cli/answer';
import { textAt, type Json } from 'sf-cli/json';
import { ConnectionLost } from '../../shared/sf/connectionLost.ts';
import { recordInterruptions } from '../../shared/testing/interruptions.ts';
import { answeringOrg, refusedWith } from '../testing/answeringOrg.ts';
import { readingOf } from '../testing/readings.ts';
import { probe } from './probe.ts';

const NOW = new Date('2026-11-24T11:18:30.000Z');
const ROWS = {
  'FROM Account': [{ Id: '0011', Name: 'Acme' }],
  'FROM User ': [{ Id: '0059', TimeZoneSidKey: 'Europe/Paris', LocaleSidKey: 'fr_FR', LanguageLocaleKey: 'fr' }]
};

type Call = (method: string, path: string, body: Json | undefined) => Answer<Json> | undefined;

/** Probes an org that accepts every call for which `refuse` has no answer. */
async function probed(refuse: Call = () => undefined, rows: Parameters<typeof readingOf>[0] = {}) {
  const calls: string[] = [];
  const bodies: (Json | undefined)[] = [];
  const { whenInterrupted, said } = recordInterruptions();
  const atSignals: string[] = [];
  const org = answeringOrg({
    rows: { ...rows, ...ROWS, ...rows },
    uiApi: (method, path, body) => {
      calls.push(`${method} ${path} ${textAt(body, 'apiName')}`.trim());
      bodies.push(body);
      atSignals.push(said());
      return refuse(method, path, body) ?? known({ id: body?.['apiName'] === 'User' ? '0051' : '0031' });
    }
  });
  const { findings } = await probe({ org, reading: await readingOf(rows), ask: null, now: NOW, whenInterrupted });
  return {
    calls,
    bodies,
    atSignals,
    findings,
    statuses: Object.fromEntries(findings.map(({ check, status }) => [check, status]))
  };
}

describe('the probe', () => {
  it('says at a signal which of its records are in the org', async () => {
    const { atSignals } = await probed();
    expect(atSignals[0]).toMatch(/^Interrupted\. The probe’s test records are in the org: perhaps /u);
    expect(atSignals[1]).toMatch(/in the org: [^,]+ \(https:\S+0031\S*\), perhaps /u);
    expect(atSignals[2]).toMatch(
      /0031\S*\), [^,]+ \(https:\S+0051\S*\)\. Delete the contact, and deactivate the user/u
    );
  });

  it('creates a contact and a user, deactivates the user and deletes the contact', async () => {
    const { calls, bodies, statuses } = await probed();
    expect(calls).toEqual([
      'POST /records Contact',
      'POST /records User',
      'PATCH /records/0051',
      'DELETE /records/0031'
    ]);
    expect(bodies[1]).toMatchObject({
      fields: {
        ContactId: '0031',
        ProfileId: '00e1',
        Username: 'external-user-doctor.20261124111830000@test.invalid',
        Email: 'external-user-doctor.20261124111830000@test.invalid',
        TimeZoneSidKey: 'Europe/Paris'
      }
    });
    expect(bodies[2]).toEqual({ fields: { IsActive: false } });
    expect(statuses).toEqual({
      probeContact: 'pass',
      probeUser: 'pass',
      probeDeactivation: 'pass',
      probeLeftBehind: 'warning'
    });
  });

  it.each<[string, Call, Readonly<Record<string, string>>, readonly string[]]>([
    [
      'the contact is refused',
      (_method, _path, body) => (body?.['apiName'] === 'Contact' ? refusedWith('DUPLICATES_DETECTED') : undefined),
      { probeContact: 'unknown', probeLeftBehind: 'pass' },
      []
    ],
    [
      'the user is refused',
      (_method, _path, body) => (body?.['apiName'] === 'User' ? refusedWith('LICENSE_LIMIT_EXCEEDED') : undefined),
      { probeContact: 'pass', probeUser: 'blocked', probeLeftBehind: 'pass' },
      []
    ],
    [
      'the user was created although the answer was 404',
      (_method, _path, body) => (body?.['apiName'] === 'User' ? refusedWith('NOT_FOUND') : undefined),
      { probeContact: 'pass', probeUser: 'pass', probeDeactivation: 'pass', probeLeftBehind: 'warning' },
      ['0059']
    ],
    [
      'the user stays active and the contact can’t be deleted',
      (method) => (method === 'POST' ? undefined : refusedWith('INSUFFICIENT_ACCESS_OR_READONLY')),
      {
        probeContact: 'pass',
        probeUser: 'pass',
        probeDeactivation: 'warning',
        probeCleanUp: 'pass',
        probeLeftBehind: 'warning'
      },
      ['0031', '0051']
    ],
    [
      'the connection breaks half-way',
      (_method, _path, body) => {
        if (body?.['apiName'] === 'User') throw new ConnectionLost('fetch failed');
        return undefined;
      },
      { probeContact: 'pass', probe: 'blocked', probeLeftBehind: 'warning' },
      ['0031']
    ]
  ])('reports the remaining records when %s', async (_title, refuse, statuses, left) => {
    const found = await probed(refuse);
    expect(found.statuses).toEqual(statuses);
    expect(found.findings.at(-1)?.facts).toMatchObject({
      records: left.map((id) => expect.objectContaining({ id }) as unknown)
    });
  });

  it('reports that the user may exist when its creation got no answer', async () => {
    const { findings } = await probed((_method, _path, body) => {
      if (body?.['apiName'] === 'User') throw new ConnectionLost('fetch failed');
      return undefined;
    });
    const username = 'external-user-doctor.20261124111830000@test.invalid';
    expect(findings.at(-1)).toMatchObject({
      facts: { perhaps: username },
      lines: [expect.stringContaining('0031'), `perhaps, as no answer came: ${username}`]
    });
  });

  it.each([
    ['no seat is free', { 'FROM UserLicense': [{ Id: '1001', TotalLicenses: 2, UsedLicenses: 2 }] }],
    ['no account has an owner with a role', { 'FROM Account': [] }]
  ])('creates nothing when %s', async (_title, rows) => {
    const { calls, statuses } = await probed(undefined, rows);
    expect({ calls, statuses }).toEqual({ calls: [], statuses: { probe: 'unknown' } });
  });

  it.each([
    ['', 0],
    ['n', 0],
    ['maybe', 0],
    ['y', 4],
    [' Yes ', 4]
  ])('asks first, and after the answer %j sends %d writes', async (answer, writes) => {
    let sent = 0;
    const questions: string[] = [];
    const org = answeringOrg({
      rows: ROWS,
      uiApi: () => {
        sent += 1;
        return known({ id: '0031' });
      }
    });
    const ask = (question: string): Promise<string> => {
      questions.push(question);
      return Promise.resolve(answer);
    };
    const { whenInterrupted } = recordInterruptions();
    await probe({ org, reading: await readingOf(), ask, now: NOW, whenInterrupted });
    expect(sent).toBe(writes);
    expect(questions).toEqual([
      expect.stringMatching(/ada@acme\.example[\s\S]*account Acme[\s\S]*profile Acme Customer/u)
    ]);
  });
});
