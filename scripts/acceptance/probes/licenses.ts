import { textAt } from 'sf-cli/json';
import { quoted } from '../../shared/soql.ts';
import { NotAsked, probesOf } from './probe.ts';
import { create, createUser, NAME, need, needContact, needUser, seatsOf, unique } from './records.ts';
import { observed, observedOutcome } from './reply.ts';

/** More users than this would take too long. */
const MOST_SEATS = 30;

/** The seats of a license, and what belongs to one license. */
export const LICENSES = probesOf(
  {
    fact: 'F-071',
    question: 'What does the org answer to one more user than a license has seats?',
    expected: 'LICENSE_LIMIT_EXCEEDED, “License Limit Exceeded”',
    ask: async (org) => {
      const { total, used } = await seatsOf(org, 'Partner Community');
      const free = total - used;
      if (free > MOST_SEATS) throw new NotAsked(`Partner Community has ${String(free)} free seats, too many to take.`);
      for (let seat = 0; seat < free; seat++) await needUser(org, 'Partner Community');
      const reply = await createUser(org, 'Partner Community', { ContactId: await needContact(org) });
      return observedOutcome(reply, 'License Limit Exceeded');
    }
  },
  {
    fact: 'F-072',
    question: 'Has every profile one license?',
    expected: 'every profile',
    ask: async (org) => {
      const profiles = await org.query('SELECT Name, UserLicenseId FROM Profile');
      const without = profiles.filter((row) => textAt(row, 'UserLicenseId') === '').map((row) => textAt(row, 'Name'));
      return { answer: without.join(', ') || 'every profile', evidence: `${String(profiles.length)} profiles` };
    }
  },
  {
    fact: 'F-073',
    question: 'Has a login-based license a finite number of users, of which a new one takes one?',
    expected: 'one of a finite number',
    ask: async (org) => {
      const before = await seatsOf(org, 'Customer Community Login');
      await needUser(org, 'Customer Community Login');
      const after = await seatsOf(org, 'Customer Community Login');
      const taken = after.used - before.used === 1 ? 'one' : String(after.used - before.used);
      const answer = `${taken} of ${before.total > 0 ? 'a finite number' : 'no number'}`;
      return { answer, evidence: `${String(after.used)} of ${String(after.total)}` };
    }
  },
  {
    fact: 'F-084',
    question: 'Can a permission set with a license be assigned to a user of another license?',
    expected: 'FIELD_INTEGRITY_EXCEPTION',
    ask: async (org) => {
      const [license] = await org.query("SELECT Id FROM UserLicense WHERE Name = 'Customer Community'");
      const [person] = await org.query(`SELECT Id FROM User WHERE Username = ${quoted(org.username)}`);
      const PermissionSetId = await need(org, 'PermissionSet', {
        Name: `${NAME}_${unique()}`,
        Label: `${NAME} ${unique()}`,
        LicenseId: textAt(license, 'Id')
      });
      const assignment = { PermissionSetId, AssigneeId: textAt(person, 'Id') };
      return observedOutcome(await create(org, 'PermissionSetAssignment', assignment));
    }
  },
  {
    fact: 'F-048',
    question: 'What becomes of seat and contact of a user whom UI API makes inactive?',
    expected: 'seat freed, contact kept',
    ask: async (org) => {
      const { user, contact } = await needUser(org);
      const before = await seatsOf(org, 'Customer Community');
      const reply = await org.send('PATCH', `/ui-api/records/${user}`, { fields: { IsActive: false } });
      if (!reply.isOk) return observedOutcome(reply);
      const after = await seatsOf(org, 'Customer Community');
      const [row] = await org.query(`SELECT ContactId FROM User WHERE Id = ${quoted(user)}`);
      const seat = before.used - after.used === 1 ? 'freed' : 'taken still';
      return observed(`seat ${seat}, contact ${textAt(row, 'ContactId') === contact ? 'kept' : 'lost'}`, reply);
    }
  }
);
