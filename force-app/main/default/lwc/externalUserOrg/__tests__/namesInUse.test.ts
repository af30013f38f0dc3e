import { NAMES_IN_USE_QUERY, toNamesInUse, toNamesQuery } from 'c/externalUserOrg';
import { known, unknown } from 'c/externalUserRules';
import { fieldUndefined, noAccess } from '../../../../../test/jest/answers.ts';
import { taken } from '../../../../../test/jest/facts.ts';

const draft = { username: 'amelie@northwind.example', nickname: 'amelie' };
const asked = toNamesQuery(draft);

function namesData(usernames: readonly string[], nicknames: readonly string[]) {
  return {
    uiapi: {
      query: {
        usernames: { edges: usernames.map((value) => ({ node: { Username: { value } } })) },
        nicknames: { edges: nicknames.map((value) => ({ node: { CommunityNickname: { value } } })) }
      }
    }
  };
}

describe('the query for names', () => {
  it.each([
    ['leaves room for a number before the @', 'amelie@northwind.example', 'amelie%@northwind.example'],
    ['asks the same for a name that has a number', 'amelie12@northwind.example', 'amelie%@northwind.example'],
    ['keeps a name of digits apart', '007@mi6.example', '0%@mi6.example'],
    ['takes what is typed so far', 'amelie', 'amelie%'],
    ['trims', ' amelie@northwind.example ', 'amelie%@northwind.example'],
    ['takes wildcards as they are typed', 'a_b%c\\d@x_y.example', 'a\\_b\\%c\\\\d%@x\\_y.example'],
    ['asks for no one while nothing is typed', '  ', '']
  ])('%s', (_what, username, pattern) => {
    expect(toNamesQuery({ ...draft, username }).username).toBe(pattern);
  });

  it.each([
    ['amelie', 'amelie%'],
    ['amelie12', 'amelie%'],
    ['أميلي', 'أميلي%'],
    ['amelie@home', 'amelie@home%']
  ])('leaves room for a number at the end of the nickname %s', (nickname, pattern) => {
    expect(toNamesQuery({ ...draft, nickname }).nickname).toBe(pattern);
  });

  it('contains no text that a person typed, since that goes into variables', () => {
    expect(NAMES_IN_USE_QUERY).toMatchObject({ text: expect.stringContaining('like: $username') as string });
    expect(NAMES_IN_USE_QUERY).toMatchObject({ text: expect.stringContaining('like: $nickname') as string });
  });
});

describe('the names in use', () => {
  it('are read from the answer', () => {
    const data = namesData(['Amelie@northwind.example', 'amelie1@northwind.example'], ['amelie']);
    expect(toNamesInUse({ data }, asked, { username: 'amelie2@northwind.example', nickname: 'amelie7' })).toEqual({
      usernames: taken('amelie@northwind.example', 'amelie1@northwind.example'),
      nicknames: taken('amelie')
    });
  });

  it.each([
    ['an inactive user', { IsActive: false, UserType: 'CspLitePortal' }, { kind: 'inactiveUser', name: 'Jane Doe' }],
    [
      'the user of a contact',
      { IsActive: true, ContactId: '003000010000001AAA' },
      { kind: 'externalUser', name: 'Jane Doe' }
    ],
    ['a user of whom nothing can be read', { Name: null }, { kind: 'hidden' }],
    ['a user whose type can’t be read', { IsActive: true }, { kind: 'hidden' }]
  ])('name %s', (_who, fields, holder) => {
    const node = Object.fromEntries(
      Object.entries({ CommunityNickname: 'Amelie', Name: 'Jane Doe', ...fields }).map(([name, value]) => [
        name,
        { value }
      ])
    );
    const data = { uiapi: { query: { nicknames: { edges: [{ node }] } } } };
    expect(toNamesInUse({ data }, asked, draft).nicknames).toEqual(known(new Map([['amelie', holder]])));
  });

  it.each([
    ['nothing was asked yet', {}, undefined],
    ['no answer is there yet', {}, asked],
    ['the answer is one to other names', { data: namesData([], []) }, { username: 'bo%', nickname: 'bo%' }]
  ])('are pending while %s', (_when, result, answered) => {
    expect(toNamesInUse(result, answered, draft)).toEqual({
      usernames: unknown('pending'),
      nicknames: unknown('pending')
    });
  });

  it('are pending for each field by itself', () => {
    expect(toNamesInUse({ data: namesData([], []) }, asked, { ...draft, nickname: 'bo' })).toEqual({
      usernames: taken(),
      nicknames: unknown('pending')
    });
  });

  it.each([
    ['this person may not read users', noAccess, 'noAccess' as const],
    ['the org has no such field', fieldUndefined, 'notInOrg' as const]
  ])('are unknown where %s', (_where, error, reason) => {
    expect(toNamesInUse({ errors: [error] }, asked, draft)).toEqual({
      usernames: unknown(reason),
      nicknames: unknown(reason)
    });
  });

  it('are unknown where the page is full, since the name may be on the next one', () => {
    const many = Array.from({ length: 200 }, (_, index) => `amelie${String(index)}@northwind.example`);
    expect(toNamesInUse({ data: namesData(many, []) }, asked, draft).usernames).toEqual(unknown('failed'));
  });
});
