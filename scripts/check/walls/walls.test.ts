import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';

const lwc = 'force-app/main/default/lwc';

interface Snippet {
  readonly path: string;
  readonly code: string;
}

const eslint = new ESLint({ overrideConfig: tseslint.configs.disableTypeChecked });

/** What the real eslint.config.js says to code that lies in no file. Rules that need types are off. */
async function lint(snippets: readonly Snippet[]): Promise<string[][]> {
  return Promise.all(
    snippets.map(async ({ path, code }) => {
      const results = await eslint.lintText(code, { filePath: path });
      return results.flatMap((result) =>
        result.messages.map(({ ruleId, message }) => `${ruleId ?? 'fatal'}: ${message}`)
      );
    })
  );
}

const importing = (from: string): string => `import { thing } from '${from}';\nexport const other = thing;\n`;

const soqlWith = (value: string): string =>
  `import { quoted } from '../shared/soql.ts';
export const find = (name: string): string => quoted(name) + \`SELECT Id FROM User WHERE Name = ${value}\`;\n`;

const graphqlWith = (value: string): string =>
  `import { gql } from 'lightning/graphql';
export const find = (name: string): unknown => [name, gql\`query($where: User_Filter) { User(where: ${value}) }\`];\n`;

const breaches: [what: string, path: string, code: string, message: RegExp][] = [
  ['the rules importing lwc', `${lwc}/externalUserRules/a.ts`, importing('lwc'), /externalUserRules is pure/],
  [
    'the list rules importing lwc',
    `${lwc}/externalUserListRules/a.ts`,
    importing('lwc'),
    /externalUserListRules is pure/
  ],
  ['the list rules reading the page', `${lwc}/externalUserListRules/a.ts`, 'export const a = document;\n', /as a fact/],
  ['the rules importing a label', `${lwc}/externalUserRules/a.ts`, importing('@salesforce/label/c.X'), /is pure/],
  ['the rules importing node', `${lwc}/externalUserRules/a.ts`, importing('node:fs'), /is pure/],
  ['the rules leaving their folder', `${lwc}/externalUserRules/a.ts`, importing('../x/x.ts'), /own bundle only/],
  [
    'the rules reading the clock',
    `${lwc}/externalUserRules/a.ts`,
    'export const a = Date.now();\n',
    /pass the time in/
  ],
  [
    'the rules making a date of now',
    `${lwc}/externalUserRules/a.ts`,
    'export const a = new Date();\n',
    /pass the time/
  ],
  ['the rules reading the page', `${lwc}/externalUserRules/a.ts`, 'export const a = document;\n', /as a fact/],
  ['the rules calling the network', `${lwc}/externalUserRules/a.ts`, "export const a = fetch('/');\n", /as a fact/],
  ['the rules reading the process', `${lwc}/externalUserRules/a.ts`, 'export const a = process.env;\n', /as a fact/],
  ['a component importing node', `${lwc}/externalUserForm/a.ts`, importing('node:fs'), /no module 'node:fs'/],
  ['a component importing a package', `${lwc}/externalUserForm/a.ts`, importing('hono'), /no module 'hono'/],
  ['a component reaching into a bundle', `${lwc}/externalUserForm/a.ts`, importing('../x/x.ts'), /'c\/name'/],
  ['a form that reads data', `${lwc}/externalUserForm/a.ts`, importing('lightning/uiRecordApi'), /Only .* speak to/],
  ['the local org sharing a rule', 'packages/local-org/a.ts', importing('c/externalUserRules'), /share a decision/],
  ['the local org with a component', 'packages/local-org/a.ts', importing('c/externalUserForm'), /share a decision/],
  [
    'the local org with a path to a rule',
    'packages/local-org/uiApi/a.ts',
    importing(`../../../${lwc}/externalUserRules/a.ts`),
    /knows nothing of the product/
  ],
  [
    'the local org with a type of a rule',
    'packages/local-org/a.ts',
    "export type Code = import('c/externalUserRules').Code;\n",
    /share a decision/
  ],
  ['the local org with a script', 'packages/local-org/a.ts', importing('../../scripts/shared/a.ts'), /knows nothing/],
  ['the local org with the playground', 'packages/local-org/a.ts', importing('sfdx-playground'), /must not import/],
  ['the local org with the sf CLI', 'packages/local-org/a.ts', importing('sf-cli/sf'), /must not import/],
  ['a query with a flow', 'packages/local-org/engine/query/a.ts', importing('../flow/a.ts'), /lower layer/],
  ['the engine with an API', 'packages/local-org/engine/org/a.ts', importing('../../apis/rest/a.ts'), /lower layer/],
  ['what APIs share with an API', 'packages/local-org/apis/shared/a.ts', importing('../rest/a.ts'), /lower layer/],
  ['an API behind the door of another', 'packages/local-org/apis/rest/a.ts', importing('../soql/a.ts'), /routes\.ts/],
  ['an API with the control', 'packages/local-org/apis/rest/a.ts', importing('../../control/a.ts'), /lower layer/],
  ['the engine with the host', 'packages/local-org/engine/org/a.ts', importing('../../main.ts'), /lower layer/],
  ['a package by a path', 'packages/playground/a.ts', importing('../local-org/localOrg.ts'), /knows nothing/],
  ['a command by a path', 'scripts/start/a.ts', importing('../../packages/local-org/app.ts'), /by its name/],
  ['a command for any org with a local org', 'scripts/doctor/a.ts', importing('sfdx-local-org'), /without a local org/],
  ['what is shared with a room', 'scripts/shared/a.ts', importing('../start/main.ts'), /no other room/],
  [
    'what every room shares with the rules',
    'scripts/shared/a.ts',
    importing('c/externalUserRules'),
    /share a decision/
  ],
  [
    'what every room shares with a way to the rules',
    'scripts/shared/a.ts',
    importing('./rules/a.ts'),
    /share a decision/
  ],
  [
    'a browser spec with a way to the rules',
    'force-app/test/browser/a.ts',
    importing('../../../scripts/shared/rules/a.ts'),
    /through the browser only/
  ],
  [
    'a bulk command that is built of cases',
    'scripts/enable-users/plan/a.ts',
    importing('../../../force-app/test/cases/decisions.ts'),
    /reach into force-app/
  ],
  [
    'a test of a room without the rules with a table of cases',
    'scripts/start/a.test.ts',
    importing('../../force-app/test/cases/decisions.ts'),
    /reach into force-app/
  ],
  ['start by the back door', 'scripts/start/a.ts', importing('../deploy/steps.ts'), /by its door/],
  [
    'a late import through a wall',
    'packages/playground/a.ts',
    "export const a = () => import('../local-org/org.ts');\n",
    /knows nothing/
  ],
  ['a browser spec by the back door', 'force-app/test/browser/a.ts', importing('../../../scripts/start/x.ts'), /doors/],
  [
    'a command that writes to the terminal by itself',
    'scripts/deploy/a.ts',
    'export const say = (name: string): boolean => process.stdout.write(name);\n',
    /Write by processOutput/
  ],
  ['a text in SOQL', 'scripts/deploy/a.ts', soqlWith("'${name}'"), /house\/soql: Put a text into SOQL by quoted/],
  ['a text in SOQL that may have quotes already', 'scripts/deploy/a.ts', soqlWith('${name}'), /house\/soql/],
  ['a text in a GraphQL document', `${lwc}/externalUserOrg/a.ts`, graphqlWith('{ eq: "${name}" }'), /GraphQL takes/]
];

const passages: [what: string, path: string, code: string][] = [
  ['the rules with a file of their own', `${lwc}/externalUserRules/a.ts`, importing('./b.ts')],
  [
    'a test of the rules by their door',
    `${lwc}/externalUserRules/__tests__/a.test.ts`,
    importing('c/externalUserRules')
  ],
  ['a component with the platform', `${lwc}/externalUserForm/a.ts`, importing('lightning/actions')],
  ['the org adapter with data', `${lwc}/externalUserOrg/a.ts`, importing('lightning/graphql')],
  ['a room with what is shared', 'scripts/doctor/checks/a.ts', importing('../../shared/a.ts')],
  ['start with two packages', 'scripts/start/a.ts', importing('sfdx-local-org') + "export * from 'sfdx-playground';\n"],
  ['the tests of a command with the local org', 'scripts/doctor/testing/a.ts', importing('sfdx-local-org')],
  ['the playground with the local org', 'packages/playground/a.ts', importing('sfdx-local-org')],
  ['a flow with a query', 'packages/local-org/engine/flow/run/a.ts', importing('../../query/a.ts')],
  ['an API by the door of another', 'packages/local-org/apis/rest/a.ts', importing('../soql/routes.ts')],
  ['an API with the engine', 'packages/local-org/apis/rest/a.ts', importing('../../engine/org/a.ts')],
  ['a test of the engine with the host', 'packages/local-org/engine/org/a.test.ts', importing('../../main.ts')],
  ['a test of the local org with the sf CLI', 'packages/local-org/a.test.ts', importing('sf-cli/sf')],
  ['the list rules with the rules', `${lwc}/externalUserListRules/a.ts`, importing('c/externalUserRules')],
  ['the bulk command with the list rules', 'scripts/enable-users/a.ts', importing('c/externalUserListRules')],
  ['the bulk command with the rules', 'scripts/enable-users/a.ts', importing('c/externalUserRules')],
  ['the bulk command with what rooms with rules share', 'scripts/enable-users/a.ts', importing('../shared/rules/a.ts')],
  ['what rooms with rules share with the rules', 'scripts/shared/rules/a.ts', importing('c/externalUserRules')],
  ['the demo org with a door', 'scripts/scratch-org/a.ts', importing('../start/serve.ts')],
  ['a browser spec with a door', 'force-app/test/browser/a.ts', importing('../../../scripts/start/serve.ts')],
  ['a browser spec with a table of cases', 'force-app/test/browser/a.ts', importing('../cases/failures.ts')],
  [
    'a test of a component with a table of cases',
    `${lwc}/externalUserFailure/__tests__/a.test.ts`,
    importing('../../../../../test/cases/failures.ts')
  ],
  [
    'a test of the bulk command with a table of cases',
    'scripts/enable-users/plan/a.test.ts',
    importing('../../../force-app/test/cases/decisions.ts')
  ],
  [
    'a test of the flows with a table of cases',
    'scripts/check/flows/a.test.ts',
    importing('../../../force-app/test/cases/usernames.ts')
  ],
  ['a quoted text in SOQL', 'scripts/deploy/a.ts', soqlWith('${quoted(name)}')],
  ['a variable in a GraphQL document', `${lwc}/externalUserOrg/a.ts`, graphqlWith('$where')]
];

describe('walls between rooms', () => {
  let linted: string[][] = [];

  beforeAll(async () => {
    linted = await lint([...breaches, ...passages].map(([, path, code]) => ({ path, code })));
  });

  it.each(breaches.map((breach, index) => ({ what: breach[0], message: breach[3], index })))(
    'stop $what',
    ({ message, index }) => {
      expect(linted[index]).toContainEqual(expect.stringMatching(message));
    }
  );

  it.each(passages.map((passage, index) => ({ what: passage[0], index: breaches.length + index })))(
    'let through $what',
    ({ index }) => {
      expect(linted[index]).toEqual([]);
    }
  );
});
