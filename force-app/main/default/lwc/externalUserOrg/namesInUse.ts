import { gql, type GraphQLResult } from 'lightning/graphql';
import { unknown, type Fact, type NamesInUse, type TakenNames, type UserDraft } from 'c/externalUserRules';
import { takenNamesOf } from './takenNames.ts';

type Names = Pick<UserDraft, 'username' | 'nickname'>;

const MOST_ROWS = 200;

/** Users whose names begin like the draft's, so that the next free name needs no further query. */
export const NAMES_IN_USE_QUERY = gql`
  query ExternalUserNamesInUse($username: String, $nickname: String) {
    uiapi {
      query {
        usernames: User(where: { Username: { like: $username } }, first: 200) {
          edges {
            node {
              Username {
                value
              }
              Name @optional {
                value
              }
              IsActive @optional {
                value
              }
              ContactId @optional {
                value
              }
              UserType @optional {
                value
              }
            }
          }
        }
        nicknames: User(where: { CommunityNickname: { like: $nickname } }, first: 200) {
          edges {
            node {
              CommunityNickname {
                value
              }
              Name @optional {
                value
              }
              IsActive @optional {
                value
              }
              ContactId @optional {
                value
              }
              UserType @optional {
                value
              }
            }
          }
        }
      }
    }
  }
`;

/** Patterns of the names that differ from the draft's in a number only: before the `@` of a username, at a nickname's end. */
export function toNamesQuery({ username, nickname }: Names): Names {
  return {
    username: patternOf(username, /^(.(?:[^@]*[^@\d])?)\d*(@.*)?$/su),
    nickname: patternOf(nickname, /^(.(?:.*\D)?)\d*()$/su)
  };
}

/** The names of the answer; pending where the draft's names have changed since the query. */
export function toNamesInUse(result: GraphQLResult, answered: Names | undefined, draft: Names): NamesInUse {
  const current = toNamesQuery(draft);
  const namesOf = (field: keyof Names, rows: string, apiName: string): Fact<TakenNames> => {
    if (answered?.[field] !== current[field]) {
      return unknown('pending');
    }
    const names = takenNamesOf(result, rows, apiName);
    // A full page may lack the very name in question.
    return names.kind === 'unknown' || names.value.size < MOST_ROWS ? names : unknown('failed');
  };
  return {
    usernames: namesOf('username', 'usernames', 'Username'),
    nicknames: namesOf('nickname', 'nicknames', 'CommunityNickname')
  };
}

function patternOf(text: string, parts: RegExp): string {
  const [, start = '', end = ''] = parts.exec(text.trim()) ?? [];
  return start === '' ? '' : `${escapeWildcards(start)}%${escapeWildcards(end)}`;
}

/** `%` and `_` stand for other characters in `like` (SOQL and SOSL Reference, Comparison Operators). */
function escapeWildcards(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}
