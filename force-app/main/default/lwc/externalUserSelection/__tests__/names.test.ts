import { known } from 'c/externalUserRules';
import { NameGiver } from '../names.ts';

it('ten contacts of one mailbox get usernames and nicknames of their own', () => {
  const names = new NameGiver({ usernames: known(['office@inbox.example']), nicknames: known([]) });
  const given = Array.from({ length: 10 }, () => [names.username('office@inbox.example'), names.nickname('office')]);
  const numbers = ['', '1', '2', '3', '4', '5', '6', '7', '8', '9', '10'];
  expect(given).toEqual(
    numbers.slice(1).map((number, index) => [`office${number}@inbox.example`, `office${numbers[index] ?? ''}`])
  );
});
