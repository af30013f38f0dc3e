import { flagAt, textAt } from 'sf-cli/json';
import { quoted } from '../../shared/soql.ts';
import { NotAsked, probesOf } from './probe.ts';
import { create, createUser, NAME, needAccount, needContact, needUser, salesOpsOf, unique } from './records.ts';
import { observed, observedOutcome, outcomeOf, type Reply } from './reply.ts';

/** The fields of a user and its role: what the org derives, and what it refuses. */
export const USER_FIELDS = probesOf(
  {
    fact: 'F-063',
    question: 'Which name has a user?',
    expected: 'FirstName LastName',
    ask: async (org) => {
      const { user } = await needUser(org);
      const [row] = await org.query(`SELECT Name, FirstName, LastName FROM User WHERE Id = ${quoted(user)}`);
      const isJoined = textAt(row, 'Name') === `${textAt(row, 'FirstName')} ${textAt(row, 'LastName')}`;
      return { answer: isJoined ? 'FirstName LastName' : textAt(row, 'Name'), evidence: textAt(row, 'Name') };
    }
  },
  {
    fact: 'F-064',
    question: 'Which UserType do the profiles of each license have?',
    expected:
      'Customer Community: CspLitePortal; Customer Community Plus: PowerCustomerSuccess; Partner Community: PowerPartner',
    ask: async (org) => {
      const licenses = ['Customer Community', 'Customer Community Plus', 'Partner Community'];
      const types = await Promise.all(
        licenses.map(async (license) => {
          const rows = await org.query(`SELECT UserType FROM Profile WHERE UserLicense.Name = ${quoted(license)}`);
          if (rows.length === 0) throw new NotAsked(`The org has no license ${license}.`);
          return `${license}: ${[...new Set(rows.map((row) => textAt(row, 'UserType')))].join(', ')}`;
        })
      );
      return { answer: types.join('; '), evidence: 'SELECT UserType FROM Profile, by license' };
    }
  },
  {
    fact: 'F-065',
    question: 'Can AccountId and IsPortalEnabled of a user be set at its creation, and does the org derive them?',
    expected: 'refused, refused; derived',
    ask: async (org) => {
      const ContactId = await needContact(org);
      const AccountId = await needAccount(org);
      const withAccount = await createUser(org, 'Customer Community', { ContactId, AccountId });
      const withFlag = await createUser(org, 'Customer Community', { ContactId, IsPortalEnabled: true });
      const { user, contact } = await needUser(org);
      const [row] = await org.query(
        `SELECT AccountId, Contact.AccountId, IsPortalEnabled FROM User WHERE Id = ${quoted(user)}`
      );
      const isDerived =
        textAt(row, 'AccountId') === textAt(row, 'Contact', 'AccountId') && flagAt(row, 'IsPortalEnabled') === true;
      const said = (reply: Reply): string => (reply.isOk ? 'accepted' : 'refused');
      const answer = `${said(withAccount)}, ${said(withFlag)}; ${isDerived ? 'derived' : `not derived from ${contact}`}`;
      return observed(answer, withAccount, withFlag);
    }
  },
  {
    fact: 'F-066',
    question: 'Can a person without Manage Users query NumberOfFailedLogins?',
    expected: 'administrator: yes; sales ops: no',
    ask: async (org) => {
      const path = `/query?q=${encodeURIComponent('SELECT NumberOfFailedLogins FROM User LIMIT 1')}`;
      const [admin, other] = [await org.send('GET', path), await salesOpsOf(org).send('GET', path)];
      const said = (reply: Reply): string => (reply.isOk ? 'yes' : 'no');
      return observed(`administrator: ${said(admin)}; sales ops: ${said(other)}`, admin, other);
    }
  },
  {
    fact: 'F-067',
    question: 'Which roles has an account after its first partner, whose level is User?',
    expected: 'Worker, and at most three',
    ask: async (org) => {
      const { user } = await needUser(org, 'Partner Community');
      const [row] = await org.query(`SELECT AccountId, UserRole.PortalRole FROM User WHERE Id = ${quoted(user)}`);
      const roles = await org.query(
        `SELECT Name FROM UserRole WHERE PortalAccountId = ${quoted(textAt(row, 'AccountId'))}`
      );
      const level = textAt(row, 'UserRole', 'PortalRole');
      const count = roles.length <= 3 ? 'at most three' : String(roles.length);
      return { answer: `${level}, and ${count}`, evidence: roles.map((role) => textAt(role, 'Name')).join(', ') };
    }
  },
  {
    fact: 'F-150',
    question: 'Which role has the only partner of an account under Account Role Optimization?',
    expected: 'one that accounts of the same owner share',
    notProbed: 'It takes Account Role Optimization, a setting that regroups the roles of the whole org.'
  },
  {
    fact: 'F-153',
    question: 'How many accounts with one role-based user may a person own?',
    expected: '50,000',
    notProbed: 'It takes 50,001 accounts.'
  },
  {
    fact: 'F-069',
    question: 'What does the org answer to an active external user without a contact?',
    expected: 'INVALID_CROSS_REFERENCE_KEY, “Cannot create a portal user without contact”',
    ask: async (org) =>
      observedOutcome(await createUser(org, 'Customer Community', {}), 'Cannot create a portal user without contact')
  },
  {
    fact: 'F-070',
    question: 'What does the org answer to an external user with an internal role?',
    expected: 'FIELD_INTEGRITY_EXCEPTION, “role type must match user type”',
    ask: async (org) => {
      const [role] = await org.query("SELECT Id FROM UserRole WHERE PortalType = 'None' LIMIT 1");
      if (role === undefined) throw new NotAsked('The org has no internal role.');
      const fields = { ContactId: await needContact(org), UserRoleId: textAt(role, 'Id') };
      return observedOutcome(await createUser(org, 'Partner Community', fields), 'role type must match user type');
    }
  },
  {
    fact: 'F-074',
    question: 'What does the org answer to a username that is no email address?',
    expected: 'FIELD_INTEGRITY_EXCEPTION, “Username must be in the form of an email address”',
    ask: async (org) => {
      const ContactId = await needContact(org);
      const reply = await createUser(org, 'Customer Community', { ContactId, Username: `acceptance ${unique()}` });
      // These are not settled, and stand in the evidence only.
      const others: Reply[] = [];
      for (const name of ['a@b', 'ø', 'a..']) {
        const Username = `${name}${unique()}@acceptance.example.invalid`;
        const other = await createUser(org, 'Customer Community', { ContactId: await needContact(org), Username });
        others.push({ ...other, line: `${Username}: ${outcomeOf(other)}` });
      }
      return observed(outcomeOf(reply, 'Username must be in the form of an email address'), reply, ...others);
    }
  },
  {
    fact: 'F-075',
    question: 'Are the usernames of customers unique across all orgs or within the org only?',
    expected: 'contested',
    notProbed: 'It takes two orgs of one person.'
  },
  {
    fact: 'F-076',
    question: 'Can a user be deleted?',
    expected: 'no',
    ask: async (org) => {
      const { user } = await needUser(org);
      const reply = await org.send('DELETE', `/sobjects/User/${user}`);
      return observed(reply.isOk ? 'yes' : 'no', reply);
    }
  },
  {
    fact: 'F-077',
    question: 'Does the describe result of User say createable to sales ops?',
    expected: 'createable: true',
    ask: async (org) => {
      const reply = await salesOpsOf(org).send('GET', '/sobjects/User/describe');
      return observed(`createable: ${String(flagAt(reply.body, 'createable'))}`, reply);
    }
  },
  {
    fact: 'F-078',
    question: 'Which IsActive and nickname has a user for whom none were given?',
    expected: 'IsActive: true, with a nickname',
    ask: async (org) => {
      const { user } = await needUser(org, 'Customer Community', { CommunityNickname: undefined });
      const [row] = await org.query(`SELECT IsActive, CommunityNickname FROM User WHERE Id = ${quoted(user)}`);
      const nickname = textAt(row, 'CommunityNickname');
      const answer = `IsActive: ${String(flagAt(row, 'IsActive'))}, ${nickname === '' ? 'without' : 'with'} a nickname`;
      return { answer, evidence: `CommunityNickname is “${nickname}”` };
    }
  },
  {
    fact: 'F-079',
    question: 'Does LastLoginDate change with a second log-in within 60 seconds?',
    expected: 'no',
    notProbed: 'It takes two log-ins of one person.'
  },
  {
    fact: 'F-083',
    question: 'Does the org take a role whose DeveloperName begins with a digit, and has two underscores?',
    expected: 'refused',
    ask: async (org) => {
      const name = `1${NAME}__${unique()}`;
      const reply = await create(org, 'UserRole', { Name: `${NAME} ${unique()}`, DeveloperName: name });
      return observed(reply.isOk ? 'accepted' : 'refused', reply);
    }
  },
  {
    fact: 'F-087',
    question: 'Who reads the names of other profiles while Profile Filtering is on?',
    expected: 'who has View All Profiles',
    notProbed: 'It takes Profile Filtering, a setting for all persons of the org.'
  },
  {
    fact: 'F-090',
    question: 'Can a caller say who created a record?',
    expected: 'INVALID_FIELD_FOR_INSERT_UPDATE',
    ask: async (org) => {
      const [person] = await org.query(`SELECT Id FROM User WHERE Username = ${quoted(org.username)}`);
      const CreatedById = textAt(person, 'Id');
      return observedOutcome(await create(org, 'Account', { Name: `${NAME} ${unique()}`, CreatedById }));
    }
  }
);
