import lwc from '@salesforce/eslint-config-lwc/recommended-ts.js';
import { defineConfig } from 'eslint/config';
import regexp from 'eslint-plugin-regexp';
import tseslint from 'typescript-eslint';
import { soqlRule } from './scripts/check/walls/soqlRule.ts';
import { wallRule } from './scripts/check/walls/wallRule.ts';

const COMPONENTS = ['force-app/main/default/lwc/**/*.ts'];
const TESTS = ['**/*.test.ts', '**/*.spec.ts', '**/__tests__/**', 'force-app/test/**'];

/** Whatever reads a clock, chance, the page, the network or the process: a rule is told, it doesn't ask. */
const IMPURE_GLOBALS = [
  'window document navigator location history localStorage sessionStorage indexedDB caches crypto performance',
  'fetch XMLHttpRequest WebSocket EventSource Worker self globalThis global process Buffer require console',
  'setTimeout setInterval setImmediate queueMicrotask requestAnimationFrame requestIdleCallback alert confirm'
].flatMap((line) => line.split(' '));

export default defineConfig(
  {
    // The .js beside a component's .ts is compiled.
    ignores: [
      'force-app/**/lwc/**/*.js',
      '.cache/',
      '.sf/',
      '.sfdx/',
      'coverage/',
      'test-results/',
      'playwright-report/'
    ]
  },

  // Salesforce's rules for components, read by typescript-eslint's parser below.
  { files: COMPONENTS, extends: [lwc] },

  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parser: tseslint.parser, parserOptions: { projectService: true } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    plugins: { house: { rules: { soql: soqlRule, walls: wallRule } }, regexp },
    rules: {
      'house/walls': 'error',
      // A long text must not keep a page or a command busy.
      'regexp/no-super-linear-backtracking': 'error',
      'regexp/no-super-linear-move': 'error',
      eqeqeq: ['error', 'always'],
      'no-console': 'error',
      'max-lines': ['error', 300],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/consistent-type-exports': 'error',
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      // `body['org']` says that a key of an index signature may be missing.
      '@typescript-eslint/dot-notation': ['error', { allowIndexSignaturePropertyAccess: true }]
    }
  },

  {
    files: COMPONENTS,
    rules: {
      // TypeScript does these, and knows the types.
      'no-undef': 'off',
      'no-unused-vars': 'off',
      'no-use-before-define': 'off',
      'no-shadow': 'off',
      'no-redeclare': 'off',
      'consistent-return': 'off',
      'default-case': 'off',
      'dot-notation': 'off',
      'no-restricted-globals': 'off',
      'no-useless-constructor': 'off',
      'import/namespace': 'off',
      'import/named': 'off',
      'import/default': 'off',
      'import/export': 'off',
      // With `void` a promise is let go on purpose (no-floating-promises).
      'no-void': 'off',
      // Retries come one after the other; what a template reads is typed by what it reads it from.
      'no-await-in-loop': 'off',
      '@typescript-eslint/explicit-module-boundary-types': 'off',
      '@typescript-eslint/no-shadow': 'error',
      'no-restricted-syntax': [
        'error',
        {
          selector: 'ClassDeclaration[superClass.type="Identifier"]:not([superClass.name="LightningElement"])',
          message: 'A component extends LightningElement alone; facts come from components in its template.'
        },
        {
          selector: 'TaggedTemplateExpression[tag.name="gql"] > TemplateLiteral[expressions.length>0]',
          message: 'GraphQL takes texts as variables only.'
        }
      ],
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }]
    }
  },

  {
    files: ['force-app/**/*.ts'],
    // It took 19 of 46 seconds here. TypeScript forbids enums of our own, and no library that these files import has one.
    rules: { '@typescript-eslint/no-unsafe-enum-assignment': 'off' }
  },

  {
    files: ['force-app/main/default/lwc/externalUser{,List}Rules/**/*.ts'],
    ignores: TESTS,
    rules: {
      'no-restricted-globals': [
        'error',
        ...IMPURE_GLOBALS.map((name) => ({ name, message: 'The rules are pure: pass it in as a fact.' }))
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'The rules are pure: pass the time in.' },
        { object: 'Math', property: 'random', message: 'The rules are pure: pass the number in.' }
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
          message: 'The rules are pure: pass the time in.'
        }
      ]
    }
  },

  {
    files: TESTS,
    rules: {
      // jest.mock and jest.requireActual hand out what the test knows the type of.
      '@typescript-eslint/consistent-type-assertions': 'off',
      '@typescript-eslint/unbound-method': 'off',
      // `expect.stringMatching(…)` is `any` in Jest's types.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      // A test speaks to the adapter's test side.
      '@lwc/lwc/no-unexpected-wire-adapter-usages': 'off',
      // It reads texts of its own.
      'regexp/no-super-linear-move': 'off',
      'max-lines': 'off'
    }
  },

  {
    files: ['scripts/**/*.ts'],
    // The store of a run speaks SQL, and binds its values.
    ignores: [...TESTS, 'scripts/check/**', 'scripts/enable-users/store/**'],
    rules: { 'house/soql': 'error' }
  },

  {
    // The commands that show what an org or a file says.
    files: ['scripts/{acceptance,deploy,doctor,enable-users,package,scratch-org,self-registration}/**/*.ts'],
    ignores: TESTS,
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector:
            'MemberExpression[property.name="write"][object.object.name="process"][object.property.name=/^std(out|err)$/]',
          message: 'Write by processOutput or ExternalUserCommand, which show control characters by their codes.'
        }
      ]
    }
  },

  { files: ['**/*.js'], extends: [tseslint.configs.recommended] }
);
