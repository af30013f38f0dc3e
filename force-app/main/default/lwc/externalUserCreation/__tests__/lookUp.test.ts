import { known, unknown } from 'c/externalUserRules';
import { inactiveUser } from '../../../../../test/jest/facts.ts';
import { lookUpUser } from '../lookUp.ts';

it.each([
  ['no user', known(null), { kind: 'absent' }],
  ['a user', known(inactiveUser), { kind: 'exists', user: inactiveUser }],
  ['no access to users', unknown('noAccess'), { kind: 'hidden' }],
  ['no field for the contact', unknown('notInOrg'), { kind: 'hidden' }],
  ['no answer', unknown('pending'), { kind: 'failed', failure: { code: 'lookUpFailed', field: null } }],
  ['an interruption', 'interrupted', { kind: 'interrupted' }]
] as const)('A look-up that finds %s says so.', async (_case, answer, found) => {
  expect(await lookUpUser(Promise.resolve(answer))).toMatchObject(found);
});
