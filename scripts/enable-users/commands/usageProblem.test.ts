import { SfError } from '@salesforce/core';
import { toUsageProblem } from './usageProblem.ts';

const CALL = 'npm run enable-users -- plan';

/** As oclif's parser refuses flags. */
function parseError(message: string): Error {
  return Object.assign(new Error(message), { parse: {}, oclif: { exit: 2 } });
}

/** As sf-plugins-core refuses the value of a flag. */
function named(name: string, message: string, actions: string[] = []): Error {
  return new SfError(message, name, actions, 1);
}

describe('a wrong call', () => {
  it.each([
    [
      'an unknown flag',
      parseError('Nonexistent flag: --flie\nSee more help with --help'),
      `Nonexistent flag: --flie. ${CALL} --help lists the flags.`
    ],
    [
      'flags of which one is needed',
      parseError(
        'The following error occurred:\n  Exactly one of the following must be provided: --file, --query\nSee more help with --help'
      ),
      `Exactly one of the following must be provided: --file, --query. ${CALL} --help lists the flags.`
    ],
    [
      'the value of a flag',
      named('Error', 'Parsing --wait \n\tThe value must be an integer.\nSee more help with --help'),
      `The value must be an integer. ${CALL} --help lists the flags.`
    ],
    [
      'an org like a known one',
      named(
        'NamedOrgNotFoundError',
        'Parsing --target-org \n\tNo authorization information found for nosuch.\nSee more help with --help',
        ['It looks like you mistyped the username or alias. Did you mean "acme"?']
      ),
      'No authorization information found for nosuch. Did you mean --target-org acme? npx sf org list shows the orgs; npx sf org login web --alias <alias> adds one.'
    ],
    [
      'no org',
      named('NoDefaultEnvError', 'No default environment found.'),
      'No default environment found. npx sf org list shows the orgs; npx sf org login web --alias <alias> adds one.'
    ]
  ])('is told in sentences, with the exit code 2: %s', (_title, error, message) => {
    expect(toUsageProblem(error, CALL)).toMatchObject({ message, exitCode: 2, cause: error });
  });

  it('is told apart from every other error, which stays as it is', () => {
    const error = named('PlanRefused', 'The org has no live site.', ['Open one.']);
    expect(toUsageProblem(error, CALL)).toBe(error);
  });
});
