import { registeringOrg, usersNamed } from '../../../testing/registeringOrg.ts';
import { register, VISITOR } from '../../../testing/visitor.ts';

/** The email address of a visitor is the username, unless the page asks for one. */
describe('a visitor', () => {
  it.each([
    'taro..@docomo.example',
    'k..s@ezweb.example',
    '.k@ezweb.example',
    'taro.@docomo.example',
    "Pat.O'Brien@mail.example",
    'Ana+Portal@mail.example',
    '_a--b-_@mail.example',
    'a&b%c/d=e?f#g!h*i@mail.example',
    '{x|y~z^`$}@mail.example',
    'JEAN_LUC@mail.example'
  ])('with the address %s gets it as the username, in lower case', async (email) => {
    const org = registeringOrg();
    expect((await register(org, { ...VISITOR, email })).status).toBe(303);
    expect(usersNamed(org, email.toLowerCase())).toMatchObject([{ Email: email }]);
  });

  it.each([
    ['Søren', 'Ødegård'],
    ['Łukasz', 'Wójcik'],
    ['Jürgen', 'Weiß'],
    ['太郎', '田中'],
    ['Иван', 'Петров'],
    ['Pat', 'O’Brien'],
    ['José', 'Núñez'],
    ['محمد', 'الفارسي'],
    ['Nguyễn', 'Đặng'],
    ['', 'Suharto']
  ])('who is called %s %s keeps the name, and gets the address as the username', async (firstName, lastName) => {
    const org = registeringOrg();
    expect((await register(org, { firstName, lastName, email: 'visitor@mail.example' })).status).toBe(303);
    expect(usersNamed(org, 'visitor@mail.example')).toMatchObject([
      { LastName: lastName, FirstName: firstName || null }
    ]);
  });

  it.each([
    'søren@mail.example',
    '用户@mail.example',
    'user@例子.example',
    'иван@почта.example',
    'ada lovelace@mail.example',
    'ada@mail',
    '@mail.example',
    'ada',
    'ada@mail..example',
    'ada,bob@mail.example'
  ])('with the address %s, which no username can be, reads so at the field, and no user is made', async (email) => {
    const org = registeringOrg();
    const response = await register(org, { ...VISITOR, email });
    expect(response.status).toBe(400);
    expect(await response.text()).toMatch(/<input[^>]*name="email"[^>]*aria-invalid="true"/u);
    expect(usersNamed(org, email.toLowerCase())).toEqual([]);
    expect(org.outbox).toEqual([]);
  });
});
