import { unknown } from 'c/externalUserRules';
import { namesFree, readyDraft, taken } from '../../../../../test/jest/facts.ts';
import { asksForAll, NameGiver, namesToAsk } from '../names.ts';
import type { PlannedRow } from '../planRows.ts';

function rowsOf(count: number, username = 'office@inbox.example', nickname = 'office'): readonly PlannedRow[] {
  return Array.from({ length: count }, (_item, index) => ({
    contact: undefined,
    id: String(index),
    name: '',
    accountId: '',
    accountName: '',
    url: null,
    state: 'ready',
    user: null,
    code: '',
    reason: '',
    remark: '',
    links: [],
    deviations: [],
    draft: { ...readyDraft, username, nickname }
  }));
}

function numbered(from: number, to: number, name = 'office', end = ''): readonly string[] {
  const numbers = Array.from({ length: to - from + 1 }, (_item, index) => from + index);
  return numbers.map((number) => `${name}${number === 0 ? '' : String(number)}${end}`);
}

describe('the names of many rows', () => {
  it('are others for each of 25 contacts of one mailbox, with numbers of their own for usernames and nicknames', () => {
    const names = new NameGiver({ usernames: taken('office@inbox.example'), nicknames: unknown('pending') });
    const given = names.nameRows(rowsOf(25)).map(({ draft }) => draft);
    expect(given.map((draft) => draft?.username)).toEqual(numbered(1, 25, 'office', '@inbox.example'));
    expect(given.map((draft) => draft?.nickname)).toEqual(numbered(0, 24));
  });

  it('say who has the wanted one', () => {
    const holder = { kind: 'inactiveUser', name: 'Olga Old' } as const;
    const usernames = { kind: 'known', value: new Map([['office@inbox.example', holder]]) } as const;
    const [first, second] = new NameGiver({ ...namesFree, usernames }).nameRows(rowsOf(2));
    expect(first).toMatchObject({ deviations: [{ code: 'usernameOfInactiveUser' }] });
    expect(first?.remark).toBe(
      'Username: office1@inbox.example instead of office@inbox.example. office@inbox.example belongs to Olga Old, an inactive user. If it is the same person, rename that user first, which frees office@inbox.example.'
    );
    expect(second?.deviations.map(({ code }) => code)).toEqual(['usernameOfInactiveUser', 'nicknameOfOtherRow']);
    expect(second?.remark).toContain(
      'Nickname: office1 instead of office. Another contact of the selection gets office.'
    );
  });

  it('go on after one that the org refuses, and never give the same one twice', () => {
    const names = new NameGiver(namesFree);
    names.nameRows(rowsOf(3));
    expect(names.next('nickname', 'office', 1)).toBe('office3');
    expect(names.next('nickname', 'office1', 1)).toBe('office4');
    expect(names.next('nickname', 'office4', 8)).toBe('office12');
  });
});

describe('the names that are asked for', () => {
  it('are one for each row and two more', () => {
    expect(namesToAsk(rowsOf(25), namesFree).nicknames).toEqual(numbered(0, 26));
    expect(namesToAsk(rowsOf(1), namesFree).usernames).toEqual(numbered(0, 2, 'office', '@inbox.example'));
  });

  it('are more for a name of which too many are taken, and for no other one', () => {
    const nicknames = taken(...numbered(0, 2));
    const rows = [...rowsOf(1), ...rowsOf(1, 'b@inbox.example', 'bo')];
    expect(namesToAsk(rows, { ...namesFree, nicknames }).nicknames).toEqual([...numbered(0, 23), 'bo', 'bo1', 'bo2']);
  });

  it('end where an answer can’t contain more users', () => {
    const nicknames = taken(...numbered(0, 5000));
    expect(namesToAsk(rowsOf(1), { ...namesFree, nicknames }).nicknames.length).toBeLessThanOrEqual(2_000);
  });

  it('are asked once, unless there are new ones', () => {
    const asked = namesToAsk(rowsOf(5), namesFree);
    expect(asksForAll(undefined, asked)).toBe(false);
    expect(asksForAll(asked, namesToAsk(rowsOf(3), namesFree))).toBe(true);
    expect(asksForAll(asked, namesToAsk(rowsOf(6), namesFree))).toBe(false);
  });
});
