import { isMadeBySend, type HolderOrigin, type MadeBySend, type UserSend } from 'c/externalUserRules';

const send: UserSend = {
  username: 'Ada@acme.example',
  senderId: '005000000000001AAA',
  from: Date.parse('2026-11-30T10:00:00.700Z'),
  to: Date.parse('2026-11-30T10:10:00Z'),
  hasAnswer: false
};

const holder: HolderOrigin = {
  username: 'ada@acme.example',
  createdById: '005000000000001AAA',
  createdDate: '2026-11-30T10:00:05.000+0000'
};

describe('the holder of a contact', () => {
  it.each<[MadeBySend, string, Partial<UserSend>, Partial<HolderOrigin>?]>([
    ['yes', 'name, sender and time fit a send without an answer', {}],
    ['yes', 'the time is written as GraphQL writes it', {}, { createdDate: '2026-11-30T10:00:05.000Z' }],
    ['yes', 'the time is written with an offset', {}, { createdDate: '2026-11-30T12:00:05.000+0200' }],
    ['yes', 'the org drops the fraction of the second', {}, { createdDate: '2026-11-30T10:00:00.000+0000' }],
    ['yes', 'the time is the last one that is possible', {}, { createdDate: '2026-11-30T10:10:00.000+0000' }],
    ['yes', 'one id has 15 characters', { senderId: '005000000000001' }],
    ['yes', 'the name that was sent has blanks around it', { username: ' ada@acme.example ' }],
    ['no', 'the send was answered', { hasAnswer: true }],
    ['no', 'the name is another one', { username: 'ada1@acme.example' }],
    ['no', 'another user created it', {}, { createdById: '005000000000002AAA' }],
    [
      'no',
      'an id differs in upper and lower case',
      { senderId: '00500000000000a' },
      { createdById: '00500000000000A' }
    ],
    ['no', 'it was created a second before', {}, { createdDate: '2026-11-30T09:59:59.000+0000' }],
    ['no', 'it was created later', {}, { createdDate: '2026-11-30T10:10:01.000+0000' }],
    ['no', 'the time says so, and the sender is unknown', { senderId: null }, { createdDate: '2026-11-30T09:00:00Z' }],
    ['no', 'the creator says so, and the time is unknown', {}, { createdById: '005X', createdDate: null }],
    ['unknown', 'it can’t be read who created it', {}, { createdById: null }],
    ['unknown', 'it can’t be read when it was created', {}, { createdDate: null }],
    ['unknown', 'the time is no time', {}, { createdDate: 'x' }],
    ['unknown', 'it isn’t known who sent it', { senderId: null }]
  ])('is the user of the send: %s, where %s', (made, _case, sent, held = {}) => {
    expect(isMadeBySend({ ...send, ...sent }, { ...holder, ...held })).toBe(made);
  });
});
