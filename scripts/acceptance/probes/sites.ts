import { setTimeout } from 'node:timers/promises';
import { listAt, textAt } from 'sf-cli/json';
import { quoted } from '../../shared/soql.ts';
import { graphql, rowsOf } from './graphql.ts';
import { deleteComponents, metadataFile, needComponents, type Component } from './metadata.ts';
import { NotAsked, probesOf } from './probe.ts';
import type { ProbeOrg } from './probeOrg.ts';
import { createUser, idOf, needContact, salesOpsOf } from './records.ts';
import { observed, observedOutcome } from './reply.ts';

/** Milliseconds, after which a new member of a site should be there. */
const PATIENCE = 60_000;
const PAUSE = 2000;

/** Sites, their members and their mail. */
export const SITES = probesOf(
  {
    fact: 'F-027',
    question: 'Which sites does a person without View All Data find by GraphQL?',
    expected: 'the own sites only',
    ask: async (org) => {
      const salesOps = salesOpsOf(org);
      const reply = await graphql(
        salesOps,
        'query { uiapi { query { Network(first: 50) { edges { node { Id Name { value } } } } } } }'
      );
      if (!reply.isOk) return observedOutcome(reply);
      const members = await org.query(
        `SELECT NetworkId FROM NetworkMember WHERE Member.Username = ${quoted(salesOps.username)}`
      );
      const own = members.map((row) => textAt(row, 'NetworkId'));
      const others = rowsOf(reply, 'Network').filter((node) => !own.includes(textAt(node, 'Id')));
      const names = others.map((node) => textAt(node, 'Name', 'value')).join(', ');
      return observed(names === '' ? 'the own sites only' : `others too: ${names}`, reply);
    }
  },
  {
    fact: 'F-028',
    question: 'Does UI API support NetworkMemberGroup?',
    expected: 'no',
    ask: async (org) => {
      const reply = await org.send('GET', '/ui-api/object-info/NetworkMemberGroup');
      return observed(reply.isOk ? 'yes' : 'no', reply);
    }
  },
  {
    fact: 'F-029',
    question: 'Does a live site send a welcome email to a new user of a member profile?',
    expected: 'sent',
    notProbed: 'It takes a mail box.'
  },
  {
    fact: 'F-151',
    question: 'Is the mail of a site dropped if the domain of its sender isn’t verified?',
    expected: 'dropped',
    notProbed: 'It takes a mail box, and a domain whose DNS records we may change.'
  },
  {
    fact: 'F-152',
    question: 'Which of the sender, the domain keys and the authorized domains can an administrator query?',
    expected: 'Network.EmailSenderAddress, EmailDomainKey, AuthorizedEmailDomain',
    ask: async (org) => {
      const soql = (text: string): string => `query?q=${encodeURIComponent(text)}`;
      const asked = [
        ['Network.EmailSenderAddress', `/${soql('SELECT EmailSenderAddress FROM Network')}`],
        ['EmailDomainKey', `/${soql('SELECT Domain, IsActive FROM EmailDomainKey')}`],
        ['AuthorizedEmailDomain', `/tooling/${soql('SELECT Id FROM AuthorizedEmailDomain')}`]
      ] as const;
      const replies = await Promise.all(asked.map(async ([, path]) => org.send('GET', path)));
      const read = asked.filter((_, index) => replies[index]?.isOk === true).map(([name]) => name);
      return observed(read.join(', ') || 'none', ...replies);
    }
  },
  {
    fact: 'F-096',
    question: 'Does a new user of a member profile become a member of the site within a minute?',
    expected: 'a member',
    ask: async (org) => {
      const seconds = await secondsUntilMember(org);
      return seconds === null
        ? { answer: 'no member', evidence: `no NetworkMember after ${String(PATIENCE / 1000)} s` }
        : { answer: 'a member', evidence: `NetworkMember after ${String(seconds)} s` };
    }
  },
  {
    fact: 'F-085',
    question: 'Does a new user of a member profile become a member of the site without being added?',
    expected: 'a member',
    ask: async (org) => {
      const isMember = (await secondsUntilMember(org)) !== null;
      return { answer: isMember ? 'a member' : 'no member', evidence: 'SELECT Id FROM NetworkMember' };
    }
  },
  {
    fact: 'F-118',
    question: 'Does an administrator read the log-in page of each site from Connect REST API?',
    expected: 'loginUrl and siteUrl of each',
    ask: async (org) => {
      const reply = await org.send('GET', '/connect/communities');
      const sites = listAt(reply.body, 'communities');
      if (reply.isOk && sites.length === 0) throw new NotAsked('The org has no site.');
      const without = sites.filter((site) => textAt(site, 'loginUrl') === '' || textAt(site, 'siteUrl') === '');
      const names = without.map((site) => textAt(site, 'name')).join(', ');
      return reply.isOk
        ? observed(names === '' ? 'loginUrl and siteUrl of each' : `not of ${names}`, reply)
        : observedOutcome(reply);
    }
  },
  {
    fact: 'F-119',
    question:
      'What becomes of a field that the file of a custom metadata record doesn’t name, when it is deployed again?',
    expected: 'kept',
    ask: async (org) => {
      org.undo.add(async () => deleteComponents(org, 'CustomMetadata', [settingWith('').fullName]));
      await needComponents(org, settingWith(`<values><field>License__c</field>${text(NAME_OF_RECORD)}</values>`));
      await needComponents(org, settingWith(''));
      const [row] = await org.query(
        `SELECT License__c FROM External_User_Profile__mdt WHERE DeveloperName = ${quoted(NAME_OF_RECORD)}`
      );
      const license = textAt(row, 'License__c');
      return { answer: license === NAME_OF_RECORD ? 'kept' : 'emptied', evidence: `License__c is “${license}”` };
    }
  },
  {
    fact: 'F-030',
    question: 'At which domain does an org of Lightning Experience serve its sites?',
    expected: 'my.site.com',
    ask: async (org) => {
      const reply = await org.send('GET', '/connect/communities');
      const [site] = listAt(reply.body, 'communities');
      const url = textAt(site, 'siteUrl');
      const isLocal = url.startsWith('http://');
      if (url === '' || isLocal) throw new NotAsked('The org has no site with a domain of Salesforce.');
      return observed(/\.(my\.site\.com)\b/u.exec(url)?.[1] ?? new URL(url).hostname, reply);
    }
  },
  {
    fact: 'F-089',
    question: 'What does an org without Digital Experiences answer to an external user?',
    expected: "PORTAL_NO_ACCESS, “Access to the specified portal isn't available”",
    notProbed: 'It takes an org without Digital Experiences.'
  },
  {
    fact: 'F-086',
    question: 'May an internal user log in at a site that doesn’t allow it?',
    expected: 'no',
    notProbed: 'It takes the log-in page of the site, in a browser.'
  }
);

const NAME_OF_RECORD = 'Acceptance';

function text(value: string): string {
  return `<value xsi:type="xsd:string">${value}</value>`;
}

function settingWith(values: string): Component {
  const schemas = ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema"';
  const elements = `<label>${NAME_OF_RECORD}</label><protected>false</protected>${values}`;
  return {
    type: 'CustomMetadata',
    fullName: `External_User_Profile.${NAME_OF_RECORD}`,
    path: `customMetadata/External_User_Profile.${NAME_OF_RECORD}.md`,
    xml: metadataFile('CustomMetadata', elements, schemas)
  };
}

/** Seconds until a new user is a member of a site that has the profile; null if it takes longer than a minute. */
async function secondsUntilMember(org: ProbeOrg): Promise<number | null> {
  const [group] = await org.query(
    "SELECT NetworkId, ParentId FROM NetworkMemberGroup WHERE ParentId IN (SELECT Id FROM Profile WHERE UserType = 'CspLitePortal') LIMIT 1"
  );
  if (group === undefined) throw new NotAsked('No site has a profile of customers as a member.');
  const ContactId = await needContact(org);
  const user = await createUser(org, 'Customer Community', { ContactId, ProfileId: textAt(group, 'ParentId') });
  if (!user.isOk) throw new Error(user.line);
  const start = Date.now();
  while (Date.now() - start < PATIENCE) {
    const found = await org.query(`SELECT Id FROM NetworkMember WHERE MemberId = ${quoted(idOf(user))}`);
    if (found.length > 0) return Math.round((Date.now() - start) / 1000);
    await setTimeout(PAUSE);
  }
  return null;
}
