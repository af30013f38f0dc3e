import { NAMES_TAKEN_QUERY } from 'c/externalUserListOrg';
import { NAMES_IN_USE_QUERY } from 'c/externalUserOrg';

/** What a query asks of each user, by the name that it reads. */
function fieldsByName(query: unknown): Record<string, string> {
  const { text } = query as { readonly text: string };
  const nodes = [...text.matchAll(/node \{\s+(\w+) \{\s+value\s+\}(.*?)\n {12}\}/gsu)];
  return Object.fromEntries(nodes.map(([, name = '', others = '']) => [name, others.replaceAll(/\s+/gu, ' ').trim()]));
}

it('asks of a user who has a name what the query of one contact asks, as one function reads both answers', () => {
  const fields = fieldsByName(NAMES_TAKEN_QUERY);
  expect(Object.keys(fields)).toEqual(['Username', 'CommunityNickname']);
  expect(fields['Username']).toContain('ContactId @optional');
  expect(fields['CommunityNickname']).toBe(fields['Username']);
  expect(fieldsByName(NAMES_IN_USE_QUERY)).toEqual(fields);
});
