import type { NameField } from 'c/externalUserRules';
import { known } from 'sf-cli/answer';
import { textAt } from 'sf-cli/json';
import { quotedList } from '../../shared/soql.ts';
import type { OrgAnswer } from '../transports/orgAnswer.ts';
import type { OrgApi } from '../transports/orgApi.ts';

/** Names that users of this org have, in lower case. Whether another org has a username is known only when it is created. */
export type NamesInUse = Readonly<Record<NameField, ReadonlySet<string>>>;

/** The fields of User that have the names. */
export const FIELDS = { username: 'Username', nickname: 'CommunityNickname' } as const satisfies Record<
  NameField,
  string
>;

/** A statement has at most 100,000 characters (SOQL and SOSL Reference); the names may take nearly all. */
const LONGEST_LIST = 95_000;
export const QUERIES_A_CALL = 5;

/** Which of the names are in use. One call usually, for the names of 2,000 users. */
export async function readNamesInUse(
  api: OrgApi,
  names: Readonly<Record<NameField, readonly string[]>>
): Promise<OrgAnswer<NamesInUse>> {
  const found = { username: new Set<string>(), nickname: new Set<string>() };
  const queries = [...queriesFor('username', names.username), ...queriesFor('nickname', names.nickname)];
  for (let start = 0; start < queries.length; start += QUERIES_A_CALL) {
    const asked = queries.slice(start, start + QUERIES_A_CALL);
    const answers = await api.queries(asked.map(({ soql }) => soql));
    for (const [index, { field }] of asked.entries()) {
      const answer = answers[index];
      if (answer === undefined) throw new Error('The org answered less than it was asked.');
      if (answer.kind === 'refused') return answer;
      for (const row of answer.value) found[field].add(textAt(row, FIELDS[field]).toLowerCase());
    }
  }
  return known(found);
}

export function queriesFor(
  field: NameField,
  names: readonly string[],
  selected: string = FIELDS[field]
): readonly { readonly field: NameField; readonly soql: string }[] {
  return groupsOf([...new Set(names)]).map((group) => ({
    field,
    soql: `SELECT ${selected} FROM User WHERE ${FIELDS[field]} IN (${quotedList(group)})`
  }));
}

/** Names that fit into one statement together. */
function groupsOf(names: readonly string[]): readonly (readonly string[])[] {
  const groups: string[][] = [];
  let length = LONGEST_LIST;
  for (const name of names) {
    const added = quotedList([name, '']).length;
    if (length + added > LONGEST_LIST) {
      groups.push([]);
      length = 0;
    }
    groups.at(-1)?.push(name);
    length += added;
  }
  return groups;
}
