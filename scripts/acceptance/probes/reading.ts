import { isJson, numberAt, textAt, valueAt } from 'sf-cli/json';
import { quoted } from '../../shared/soql.ts';
import { graphql, rowsOf } from './graphql.ts';
import { NotAsked, probesOf } from './probe.ts';
import { needAccount, needUser, profileWith, salesOpsOf, seatsOf } from './records.ts';
import { observed, observedOutcome } from './reply.ts';

const SETTINGS = 'query { uiapi { query { External_User_Setting__mdt(first: 1) { edges { node { Id } } } } } }';

/** What the components read without Apex. */
export const READING = probesOf(
  {
    fact: 'F-015',
    question: 'Who can’t read the profile and the role of a user?',
    expected: 'who has neither View Setup and Configuration nor View Roles and Role Hierarchy',
    notProbed: 'It takes a person without these permissions, and the permission set gives them.'
  },
  {
    fact: 'F-016',
    question: 'Can GraphQL query profiles?',
    expected: 'accepted',
    ask: async (org) =>
      observedOutcome(await graphql(org, 'query { uiapi { query { Profile(first: 1) { edges { node { Id } } } } } }'))
  },
  {
    fact: 'F-017',
    question: 'Does UI API read the seats of the license from a profile record?',
    expected: 'TotalLicenses and UsedLicenses',
    ask: async (org) => {
      const fields = ['TotalLicenses', 'UsedLicenses'];
      const paths = fields.map((field) => `Profile.UserLicense.${field}`).join(',');
      const profile = await profileWith(org, 'Customer Community');
      const reply = await org.send('GET', `/ui-api/records/${profile}?optionalFields=${paths}`);
      const license = valueAt(reply.body, 'fields', 'UserLicense', 'value', 'fields');
      const found = fields.filter((field) => numberAt(license, field, 'value') !== null);
      return observed(found.join(' and ') || 'neither', reply);
    }
  },
  {
    fact: 'F-018',
    question: 'Do the keys of login-based licenses, and no others, end in _Login?',
    expected: 'these only',
    ask: async (org) => {
      const licenses = await org.query('SELECT Name, LicenseDefinitionKey FROM UserLicense');
      const pairs = licenses.map((row) => [textAt(row, 'Name'), textAt(row, 'LicenseDefinitionKey')] as const);
      const isLogin = (name: string): boolean => /(?:Community|External Apps) (?:Plus )?Login$/u.test(name);
      if (!pairs.some(([name]) => isLogin(name))) throw new NotAsked('The org has no login-based license.');
      const others = pairs.filter(([name, key]) => isLogin(name) !== key.endsWith('_Login'));
      const evidence = pairs.map(([name, key]) => `${name}: ${key}`).join(', ');
      return { answer: others.map(([name, key]) => `${name}: ${key}`).join(', ') || 'these only', evidence };
    }
  },
  {
    fact: 'F-019',
    question: 'By how much does UsedLicenses grow with a new user?',
    expected: '1',
    ask: async (org) => {
      const before = await seatsOf(org, 'Customer Community');
      await needUser(org);
      const after = await seatsOf(org, 'Customer Community');
      return {
        answer: String(after.used - before.used),
        evidence: `${String(before.used)}, then ${String(after.used)}`
      };
    }
  },
  {
    fact: 'F-020',
    question: 'Can GraphQL query custom metadata types?',
    expected: 'accepted',
    ask: async (org) => observedOutcome(await graphql(org, SETTINGS))
  },
  {
    fact: 'F-021',
    question: 'Can a person read custom metadata types by the permission set?',
    expected: 'accepted',
    ask: async (org) => observedOutcome(await graphql(salesOpsOf(org), SETTINGS))
  },
  {
    fact: 'F-022',
    question: 'Can GraphQL filter User by UserType, and read Profile.Name from it?',
    expected: 'accepted',
    ask: async (org) => {
      const where = '{ UserType: { in: ["PowerPartner", "CspLitePortal"] } }';
      const fields = 'Profile { Name { value } }';
      return observedOutcome(
        await graphql(
          org,
          `query { uiapi { query { User(first: 5, where: ${where}) { edges { node { ${fields} } } } } } }`
        )
      );
    }
  },
  {
    fact: 'F-023',
    question: 'How many users does like find by a pattern in the other case, by _ for a letter, and by an escaped _?',
    expected: 'other case: 1; _: 1; escaped _: 0',
    ask: async (org) => {
      const name = org.username;
      const patterns = [name.toUpperCase(), `_${name.slice(1)}`, `\\_${name.slice(1)}`];
      const query =
        'query find($like: String) { uiapi { query { User(where: { Username: { like: $like } }) { edges { node { Id } } } } } }';
      const replies = await Promise.all(patterns.map((like) => graphql(org, query, { like })));
      const [upper, any, escaped] = replies.map((reply) => String(rowsOf(reply, 'User').length));
      return observed(`other case: ${String(upper)}; _: ${String(any)}; escaped _: ${String(escaped)}`, ...replies);
    }
  },
  {
    fact: 'F-024',
    question: 'Whom does a person see where the sharing of users is private?',
    expected: 'all users with View All Users, external users with Manage External Users',
    notProbed: 'It takes private users, an organization-wide default that the org recalculates.'
  },
  {
    fact: 'F-025',
    question: 'What becomes of an optional field that the org doesn’t have?',
    expected: 'UI API: left out; GraphQL: left out',
    ask: async (org) => {
      const account = await needAccount(org);
      const none = 'Acceptance_None__c';
      const ui = await org.send('GET', `/ui-api/records/${account}?fields=Account.Id&optionalFields=Account.${none}`);
      const query = `query { uiapi { query { Account(where: { Id: { eq: "${account}" } }) { edges { node { Id ${none} @optional { value } } } } } } }`;
      const graph = await graphql(org, query);
      const fields = valueAt(ui.body, 'fields');
      const ofUi = ui.isOk && isJson(fields) && !(none in fields) ? 'left out' : 'refused';
      const [node] = rowsOf(graph, 'Account');
      const ofGraph = isJson(node) && !(none in node) ? 'left out' : 'refused';
      return observed(`UI API: ${ofUi}; GraphQL: ${ofGraph}`, ui, graph);
    }
  },
  {
    fact: 'F-026',
    question: 'Does an org without Digital Experiences lack both Network and User.ContactId?',
    expected: 'both',
    notProbed: 'It takes an org without Digital Experiences.'
  },
  {
    fact: 'F-139',
    question: 'Does GraphQL find the users of an account by a semi-join of its contacts?',
    expected: '1 user',
    ask: async (org) => {
      const { user } = await needUser(org);
      const [row] = await org.query(`SELECT AccountId, Contact.Name FROM User WHERE Id = ${quoted(user)}`);
      const inq = `{ Contact: { Name: { eq: ${JSON.stringify(textAt(row, 'Contact', 'Name'))} } }, ApiName: "AccountId" }`;
      const reply = await graphql(
        org,
        `query { uiapi { query { User(where: { AccountId: { inq: ${inq} } }) { edges { node { Id } } } } } }`
      );
      if (!reply.isOk) return observedOutcome(reply);
      return observed(`${String(rowsOf(reply, 'User').length)} user`, reply);
    }
  },
  {
    fact: 'F-052',
    question: 'Does UI API support PermissionSetAssignment?',
    expected: 'no',
    ask: async (org) => {
      const reply = await org.send('GET', '/ui-api/object-info/PermissionSetAssignment');
      return observed(reply.isOk ? 'yes' : 'no', reply);
    }
  },
  {
    fact: 'F-058',
    question: 'Does in of GraphQL take 200 ids, and 600 names?',
    expected: '200 ids: accepted; 600 names: accepted',
    ask: async (org) => {
      const account = await needAccount(org);
      const ids = Array.from({ length: 200 }, () => account);
      const names = Array.from({ length: 600 }, (_, index) => `acceptance.${String(index)}@example.invalid`);
      const byIds = await graphql(
        org,
        'query find($in: [ID]) { uiapi { query { Account(where: { Id: { in: $in } }) { edges { node { Id } } } } } }',
        { in: ids }
      );
      const byNames = await graphql(
        org,
        'query find($in: [String]) { uiapi { query { User(where: { Username: { in: $in } }) { edges { node { Id } } } } } }',
        { in: names }
      );
      const said = (isOk: boolean): string => (isOk ? 'accepted' : 'refused');
      return observed(`200 ids: ${said(byIds.isOk)}; 600 names: ${said(byNames.isOk)}`, byIds, byNames);
    }
  },
  {
    fact: 'F-131',
    question: 'Does GraphQL sort users by LastLoginDate, those who never logged in first?',
    expected: 'never logged in first',
    ask: async (org) => {
      await needUser(org);
      const orderBy = '{ LastLoginDate: { order: ASC, nulls: FIRST } }';
      const reply = await graphql(
        org,
        `query { uiapi { query { User(first: 1, orderBy: ${orderBy}) { edges { node { LastLoginDate { value } } } } } } }`
      );
      if (!reply.isOk) return observedOutcome(reply);
      const [first] = rowsOf(reply, 'User');
      const isNull = valueAt(first, 'LastLoginDate', 'value') === null;
      return observed(isNull ? 'never logged in first' : 'others first', reply);
    }
  }
);
