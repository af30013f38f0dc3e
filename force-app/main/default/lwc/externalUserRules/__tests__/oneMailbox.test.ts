import { defaultDraft, findChoiceFindings, freeNickname, freeUsername } from 'c/externalUserRules';
import { readyContact, readyOrg, taken } from '../../../../../test/jest/facts.ts';

it('ten contacts of one mailbox that are enabled one after the other get names of their own', () => {
  const usernames: string[] = [];
  const nicknames: string[] = [];
  const contact = { ...readyContact, email: 'office@inbox.example' };
  for (let count = 0; count < 10; count++) {
    const draft = defaultDraft(contact, readyOrg);
    const names = { usernames: taken(...usernames), nicknames: taken(...nicknames) };
    const fixes = findChoiceFindings({ draft, contact, org: readyOrg, names }).map(({ fix }) => fix);
    usernames.push(
      fixes.includes('useFreeUsername') ? freeUsername(draft.username, new Set(usernames)) : draft.username
    );
    nicknames.push(
      fixes.includes('useFreeNickname') ? freeNickname(draft.nickname, new Set(nicknames)) : draft.nickname
    );
  }
  const numbers = ['', '1', '2', '3', '4', '5', '6', '7', '8', '9'];
  expect(usernames).toEqual(numbers.map((number) => `office${number}@inbox.example`));
  expect(nicknames).toEqual(numbers.map((number) => `office${number}`));
});
