import { sfRefusal } from '../testing/scriptedSf.ts';
import { deploymentFailure, failureOf } from './failure.ts';

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

it.each([
  ['No default environment found. Use -o or --target-org to specify an environment.', /--target-org <alias>/u],
  [
    'No default dev hub found. Use -v or --target-dev-hub to specify an environment.',
    /--dev-hub <alias>.*--dev-hub local/u
  ]
])('Without an org, the option that names one is said: %s', (message, todo) => {
  expect(failureOf(sfRefusal({ code: 'NoDefaultEnvError', message })).todo).toMatch(todo);
});

it.each([
  [
    'a permission of external users that the org lacks',
    'Unknown user permission: ManagePartners',
    /^turn on Digital Experiences first .*licenses for customers or partners/u
  ],
  [
    'a component that imports one',
    'Invalid reference ManageCssUsers of type userPermission in file a.js',
    /^turn on Digital Experiences first/u
  ],
  ['another permission', 'Unknown user permission: ManageParnters', /^correct what is named above/u]
])('A deploy that is refused for %s says what to do.', (_title, problem, todo) => {
  const problems = [{ type: 'PermissionSet', place: 'a.permissionset', problem }];
  expect(deploymentFailure({ ...sfRefusal({ message: 'Failed' }), problems }).todo).toMatch(todo);
});
