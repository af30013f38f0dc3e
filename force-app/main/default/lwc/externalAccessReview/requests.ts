import { gql, type GraphQLResult } from 'lightning/graphql';
import { idOf, nodesOf, textAt, valueAt } from 'c/externalUserOrg';
import { known, type Fact } from 'c/externalUserRules';

/**
 * Who waits, the longest first, and those that were decided. The fields are in the package External User Automation, and are named
 * in a string, because an org may lack it.
 */
export const REQUESTS_QUERY = gql`
  query ExternalAccessRequests($decidedIds: [ID]) {
    uiapi {
      query {
        waiting: Contact(
          where: { External_Access_Status__c: { eq: "Requested" } }
          orderBy: { External_Access_Requested_On__c: { order: ASC, nulls: LAST } }
          first: 200
        ) {
          totalCount
          edges {
            node {
              Id
              Name {
                value
              }
              Title @optional {
                value
              }
              Email @optional {
                value
              }
              AccountId @optional {
                value
              }
              Account @optional {
                Name @optional {
                  value
                }
              }
              IsPersonAccount @optional {
                value
              }
              External_Access_Score__c @optional {
                displayValue
              }
              External_Access_Message__c @optional {
                value
              }
              External_Access_Requested_On__c @optional {
                value
              }
            }
          }
        }
        decided: Contact(where: { Id: { in: $decidedIds } }, first: 200) {
          edges {
            node {
              Id
              Name {
                value
              }
              External_Access_Status__c {
                value
                displayValue
              }
              External_Access_Message__c @optional {
                value
              }
            }
          }
        }
      }
    }
  }
`;

/** A contact that waits for a decision. */
export interface AccessRequest {
  readonly id: string;
  readonly name: string;
  /** Title, account and email, as far as they are known. */
  readonly about: readonly string[];
  readonly accountId: string | null;
  readonly isPerson: boolean;
  readonly score: string | null;
  readonly message: string | null;
  /** ISO 8601; null if it was requested before there was a field for it. */
  readonly requestedOn: string | null;
}

/** A contact that was decided in this sitting, as it is now: another approver may have been quicker. */
export interface DecidedRequest {
  readonly id: string;
  readonly name: string;
  readonly status: string;
  readonly message: string | null;
}

export interface AccessRequests {
  readonly waiting: readonly AccessRequest[];
  /** How many wait; may be more than are listed. */
  readonly count: number;
  readonly decided: readonly DecidedRequest[];
}

/** Both lists, those that were decided in the order of their ids. */
export function toAccessRequests(result: GraphQLResult, decidedIds: readonly string[]): Fact<AccessRequests> {
  const waiting = nodesOf(result, 'waiting');
  if (waiting.kind === 'unknown') {
    return waiting;
  }
  const total = valueAt(result.data, 'uiapi', 'query', 'waiting', 'totalCount');
  const nodes = nodesOf(result, 'decided');
  const decided = new Map((nodes.kind === 'known' ? nodes.value : []).map((node) => [idOf(node), toDecided(node)]));
  return known({
    waiting: waiting.value.map(toRequest),
    count: typeof total === 'number' ? total : waiting.value.length,
    decided: decidedIds.flatMap((id) => decided.get(id) ?? [])
  });
}

function toRequest(node: unknown): AccessRequest {
  const score = valueAt(node, 'External_Access_Score__c', 'displayValue');
  return {
    id: idOf(node),
    name: textAt(node, 'Name') ?? '',
    about: ['Title', 'Email']
      .flatMap((field) => textAt(node, field) ?? [])
      .concat(textAt(node, 'Account', 'Name') ?? []),
    accountId: textAt(node, 'AccountId'),
    isPerson: valueAt(node, 'IsPersonAccount', 'value') === true,
    score: typeof score === 'string' && score !== '' ? score : null,
    message: textAt(node, 'External_Access_Message__c'),
    requestedOn: textAt(node, 'External_Access_Requested_On__c')
  };
}

function toDecided(node: unknown): DecidedRequest {
  const label = valueAt(node, 'External_Access_Status__c', 'displayValue');
  return {
    id: idOf(node),
    name: textAt(node, 'Name') ?? '',
    status: typeof label === 'string' ? label : (textAt(node, 'External_Access_Status__c') ?? ''),
    message: textAt(node, 'External_Access_Message__c')
  };
}
