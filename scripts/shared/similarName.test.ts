import { similarName } from './similarName.ts';

const NAMES = ['contactid', 'profile', 'username', 'email', 'nickname', 'alias', 'timezone'];

describe('the name of a column', () => {
  it.each([
    ['usernmae', 'username'],
    ['usernames', 'username'],
    ['mail', 'email'],
    ['profil', 'profile'],
    ['timzone', 'timezone'],
    ['nicknme', 'nickname'],
    ['firstname', undefined],
    ['lastname', undefined],
    ['name', undefined],
    ['accountname', undefined],
    ['phone', undefined],
    ['', undefined]
  ])('“%s” is meant to be %s', (name, meant) => {
    expect(similarName(name, NAMES)).toBe(meant);
  });
});
