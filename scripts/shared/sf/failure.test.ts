import { sfRefusal } from '../testing/scriptedSf.ts';
import { failureOf } from './failure.ts';

it.each([
  ['ERROR_HTTP_503', 'can’t answer for now'],
  ['ERROR_HTTP_429', 'can’t answer for now'],
  ['REQUEST_LIMIT_EXCEEDED', 'can’t answer for now'],
  ['ECONNRESET', 'check the network'],
  ['ERROR_HTTP_401', 'log in again'],
  ['INVALID_FIELD', 'see what the message asks for']
])('A refusal %s of the CLI says what to do: %s.', (code, words) => {
  expect(failureOf(sfRefusal({ code, message: 'x' })).todo).toContain(words);
});
