import type { Answer, Refusal } from 'sf-cli/answer';
import type { Json } from 'sf-cli/json';
import { findingsOf, reasonOf, type Finding } from '../finding.ts';
import type { Org } from '../org.ts';

/** A type that the action queries by GraphQL, and what the action does without it. */
interface Assumption {
  readonly check: string;
  readonly title: string;
  readonly query: string;
  readonly otherwise: string;
}

const node = (object: string, fields: string, where = ''): string =>
  `query { uiapi { query { ${object}(${where}first: 1) { edges { node { Id ${fields} } } } } } }`;

const ASSUMED: readonly Assumption[] = [
  {
    check: 'graphqlProfile',
    title: 'GraphQL Profile',
    query: node(
      'Profile',
      'Name { value } UserType { value }',
      'where: { UserType: { in: ["CspLitePortal", "PowerCustomerSuccess", "CustomerSuccess", "PowerPartner"] } }, '
    ),
    otherwise: 'The action takes the profiles from the allow-list, or from the external users there are.'
  },
  {
    check: 'graphqlUser',
    title: 'GraphQL User',
    query: node(
      'User',
      'Username @optional { value } IsActive @optional { value } Profile @optional { Name @optional { value } }',
      'where: { ContactId: { ne: null } }, '
    ),
    otherwise: 'The action can’t say whether a contact has a user: the org does when one is created.'
  },
  {
    check: 'graphqlNetwork',
    title: 'GraphQL Network',
    query: node('Network', 'Name { value } Status { value } OptionsSendWelcomeEmail { value }'),
    otherwise: 'The action shows sites and welcome mail as unknown.'
  }
];

/** What the action reads by GraphQL [F-016] [F-020] [F-022] [F-027]. */
export async function graphqlTypes(org: Org, experiencesAreOff: boolean): Promise<readonly Finding[]> {
  return Promise.all(
    ASSUMED.map(async ({ check, title, query, otherwise }) => {
      const say = findingsOf(check, title);
      const answer = await org.graphql(query);
      if (answer.kind === 'known') {
        return say('pass', 'Answers, as assumed.', { facts: { served: true } });
      }
      const facts = { served: false, code: answer.code, message: answer.message };
      return experiencesAreOff
        ? say('unknown', 'Not there, as is assumed of an org without Digital Experiences.', { facts })
        : say('warning', `Refused (${reasonOf(answer)}). ${otherwise}`, { facts });
    })
  );
}

/** A custom metadata type is an object of GraphQL: seen in several products, documented nowhere. */
export async function graphqlMetadata(org: Org): Promise<Finding> {
  const say = findingsOf('graphqlMetadata', 'GraphQL __mdt');
  const types = ['External_User_Setting__mdt', 'External_User_Profile__mdt'];
  const answers = await Promise.all(
    types.map(async (type) => ({
      rest: await org.query(`SELECT COUNT() FROM ${type}`),
      graphql: await org.graphql(node(type, ''))
    }))
  );
  const refused = answers.map(({ graphql }) => graphql).find(isRefused);
  if (refused === undefined) {
    return say('pass', 'Answers, as assumed.', { facts: { served: true } });
  }
  const facts = { served: false, code: refused.code, message: refused.message };
  return answers.some(({ rest }) => rest.kind === 'refused')
    ? say('unknown', 'Can’t be told: the custom metadata types are not deployed, or you may not read them.', { facts })
    : say('warning', `Refused (${reasonOf(refused)}). The action uses default settings, and no allow-list.`, { facts });
}

/** The action reads seats from the records of profiles, as GraphQL has no UserLicense. It is no problem if it has. */
export async function graphqlUserLicense(org: Org): Promise<Finding> {
  const say = findingsOf('graphqlUserLicense', 'GraphQL UserLicense');
  const answer = await org.graphql(node('UserLicense', 'Name { value }'));
  return answer.kind === 'refused'
    ? say('pass', 'Not there, as assumed; licenses are read through profiles.', { facts: { served: false } })
    : say('pass', 'Answers, which is more than is assumed. The action doesn’t need it.', { facts: { served: true } });
}

function isRefused(answer: Answer<Json>): answer is Refusal {
  return answer.kind === 'refused';
}
