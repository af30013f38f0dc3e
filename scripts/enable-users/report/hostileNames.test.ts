import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { displayText } from 'c/externalUserRules';
import { terminalText } from '../../shared/terminalText.ts';
import { COMMANDS } from '../commands/commands.ts';
import { ExternalUserCommand } from '../commands/externalUserCommand.ts';
import { planInFolders } from '../testing/planInFolders.ts';
import { account, ADA, ada, BOB, bob, CUSTOMER, license, ORG, owner, user } from '../testing/smallOrg.ts';
import { planLines } from './planLines.ts';

/** Clears the screen, begins a new line, writes backwards, and closes an isolate that it didn't open. */
const HOSTILE = '\u001B[2J\u009B31m\r\nFake line\u202E\u2069';
const HEBREW = 'דנה לוי';
const RAW = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u2028-\u202E\u2066\u2067]/u;

const ORGS = {
  'an account whose owner has no role': {
    Contact: [{ ...ada, Account: { ...account, Name: HOSTILE, Owner: { ...owner, Name: HOSTILE, UserRoleId: null } } }]
  },
  'a contact without an account': { Contact: [{ ...ada, Name: HOSTILE, AccountId: null, Account: null }] },
  'a contact without an email': { Contact: [{ ...ada, Name: HOSTILE, Email: null }] },
  'a user that is there already': { User: [{ ...user, Username: HOSTILE, Name: HOSTILE }] },
  'an inactive user': { User: [{ ...user, Username: HOSTILE, Name: HOSTILE, IsActive: false }] },
  'profiles, licenses and sites': {
    Profile: (ORG['Profile'] ?? []).map((profile) => ({ ...profile, Name: `${HOSTILE}${String(profile['Id'])}` })),
    UserLicense: [{ ...license('Customers', 10, 10), Name: HOSTILE }, license('Partners', 10, 2)],
    Network: [{ Id: '0DB1', Name: HOSTILE, Status: 'Live', OptionsSendWelcomeEmail: true }]
  }
};

describe('names of an org', () => {
  const plan = planInFolders();

  it.each(Object.entries(ORGS))('reach no terminal, no report and no sentence as they are: %s', async (_what, org) => {
    const { summary, rows } = await plan(`Id\n${ADA}\n${BOB}\n`, {
      org: { Contact: [ada, bob], ...org },
      options: { profile: CUSTOMER }
    });
    const html = readFileSync(join(summary.runFolder, 'report.html'), 'utf8');
    const lines = planLines(summary);
    const sentences = rows.map(({ sentence }) => sentence);
    for (const text of [...sentences, ...lines, ...summary.notes, ...html.split('\n')]) {
      expect(text).not.toMatch(RAW);
      expect(text).not.toMatch(/^Fake line/u);
      expect(text.split('\u2068').length).toBe(text.split('\u2069').length);
    }
    expect([...sentences, ...lines].join()).toContain('[U+001B]');
  });

  it('that are written from right to left are isolated in a sentence', async () => {
    const { rows } = await plan(`Id\n${ADA}\n`, { org: { Contact: [{ ...ada, Name: HEBREW, Email: null }] } });
    expect(rows[0]?.sentence).toMatch(new RegExp(`^\u2068${HEBREW}\u2069 has no email`, 'u'));
  });

  it('that are shown in a sentence have nothing that the terminal would show by its code', () => {
    for (let code = 0; code <= 0xffff; code++) {
      const shown = displayText(String.fromCharCode(code));
      expect(terminalText(shown)).toBe(shown);
    }
  });

  it('are shown by each command', () => {
    for (const command of Object.values(COMMANDS)) expect(command.prototype).toBeInstanceOf(ExternalUserCommand);
  });
});
