import { known, unknown, type ExistingUser, type Fact, type UserDraft } from 'c/externalUserRules';
import { inactiveUser, readyDraft } from '../../../../../test/jest/facts.ts';
import { createOnce } from '../createOnce.ts';

const NEW_USER_ID = '005000010000008AAA';
const none = known(null);
const duplicateUsername = refusal(400, 'DUPLICATE_USERNAME');
const serverError = refusal(503, 'SERVER_UNAVAILABLE');
const notFound = refusal(404, 'NOT_FOUND');
const notFoundByProxy = Object.assign(new Error(), { status: 404, body: '' });
const usernameAfter = (username: string): string => `2.${username}`;

function refusal(status: number, errorCode: string): Error {
  return Object.assign(new Error(), { status, body: [{ errorCode, message: 'In the org’s words.' }] });
}

/** Refuses the first request and creates the user at the next one; the contact shows `user` at every look-up. */
function refusedOnce(reason: Error, user: Fact<ExistingUser | null>) {
  const sent: UserDraft[] = [];
  const creation = {
    draft: readyDraft,
    create: (draft: UserDraft) => (sent.push(draft) === 1 ? Promise.reject(reason) : Promise.resolve(NEW_USER_ID)),
    findUser: () => Promise.resolve(user),
    senderId: '005000010000001AAA',
    earlier: null,
    wait: () => Promise.resolve(),
    now: () => 0
  };
  return { creation, sent };
}

it('A transient error is retried where nobody listens for retries.', async () => {
  const { creation, sent } = refusedOnce(serverError, none);
  await expect(createOnce(creation)).resolves.toMatchObject({ kind: 'created', userId: NEW_USER_ID });
  expect(sent).toHaveLength(2);
});

it('A 404 without words of the org creates nothing, even where the org may hide users.', async () => {
  const { creation } = refusedOnce(notFoundByProxy, none);
  const outcome = await createOnce({ ...creation, mayBeHidden: true });
  expect(outcome).toMatchObject({ kind: 'refused', failure: { code: 'notFound' }, lookUp: 'absent' });
});

it('A 404 in words of the org creates nothing where the caller does not say that users may be hidden.', async () => {
  const { creation } = refusedOnce(notFound, none);
  await expect(createOnce(creation)).resolves.toMatchObject({ kind: 'refused', failure: { code: 'notFound' } });
});

it('The next username is tried where a look-up can show no user to this person.', async () => {
  const { creation, sent } = refusedOnce(duplicateUsername, unknown('noAccess'));
  await expect(createOnce({ ...creation, usernameAfter })).resolves.toMatchObject({ kind: 'created' });
  expect(sent.map(({ username }) => username)).toEqual([readyDraft.username, `2.${readyDraft.username}`]);
});

it('A refusal about something else than the username tries no other one.', async () => {
  const { creation, sent } = refusedOnce(refusal(400, 'INSUFFICIENT_ACCESS_OR_READONLY'), none);
  await expect(createOnce({ ...creation, usernameAfter })).resolves.toMatchObject({ kind: 'refused' });
  expect(sent).toHaveLength(1);
});

it('A hidden user is looked for, even where the caller reads users back itself.', async () => {
  const { creation } = refusedOnce(notFound, known(inactiveUser));
  const outcome = await createOnce({ ...creation, mayBeHidden: true, readsBack: false });
  expect(outcome).toMatchObject({ kind: 'already', user: { id: inactiveUser.id } });
});

it('No other username is tried while an earlier request may have created the user.', async () => {
  const { creation, sent } = refusedOnce(duplicateUsername, none);
  const earlier = { since: 0, usernames: [readyDraft.username] };
  await expect(createOnce({ ...creation, earlier, usernameAfter })).resolves.toMatchObject({ kind: 'refused' });
  expect(sent).toHaveLength(1);
});
