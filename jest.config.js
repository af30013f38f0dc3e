import { jestConfig } from '@salesforce/sfdx-lwc-jest/config.js';
import { memoryFolder } from './scripts/check/jest/memoryFolder.ts';
import { cacheFolder, privateFolder } from './scripts/shared/cacheFolder.js';

// Each new home folder would else get an updater of the sf CLI, which stays as long as other commands of it run.
process.env.SF_DISABLE_AUTOUPDATE = 'true';
// The sf CLI starts in half the time.
const compiled = cacheFolder('node');
if (compiled !== null) process.env.NODE_COMPILE_CACHE ??= compiled;
// For temporary files.
const memory = memoryFolder();
if (memory !== null) process.env.TMPDIR ??= memory;
// Without a name, Jest takes compiled code from a folder that anybody can prepare.
const cacheDirectory = privateFolder('jest');

/** Tests that start the real `sf` CLI, our commands or a server: seconds each, and a step of their own in `npm test`. */
const INTEGRATION = [
  '/scripts/check/(acceptance|commands|enable-users|deploy|doctor|package|scratch-org|self-registration)/',
  '/packages/local-org/sf/',
  '/scripts/acceptance/probes/localOrg\\.test\\.ts$',
  '/scripts/scratch-org/localHub\\.test\\.ts$',
  '/scripts/start/main\\.test\\.ts$'
];

/** Whatever is not one of them. */
const UNIT = `^(?!.*(${INTEGRATION.join('|')}))`;

/** Tests that take minutes, and that `npm test` runs on request only. */
const BENCHMARKS = '/scripts/check/bench/';
const SFDMU = '/scripts/check/sfdmu/';

const scripts = {
  cacheDirectory,
  roots: ['<rootDir>/scripts', '<rootDir>/packages', '<rootDir>/force-app/test'],
  testEnvironment: '<rootDir>/scripts/check/jest/nodeEnvironment.ts',
  runtime: '<rootDir>/scripts/check/jest/nodeRuntime.ts',
  moduleFileExtensions: ['ts', 'js', 'json', 'node'],
  // Node takes the types away.
  transform: {}
};

/** Components run in jsdom on the LWC engine; scripts run in Node. Both are TypeScript. */
export default {
  // A test that hangs fails; a busy machine doesn't fail a test.
  testTimeout: 120_000,
  cacheDirectory,
  projects: [
    {
      ...jestConfig,
      cacheDirectory,
      displayName: 'components',
      roots: ['<rootDir>/force-app'],
      testMatch: ['**/lwc/**/__tests__/**/*.test.ts'],
      setupFilesAfterEnv: ['<rootDir>/force-app/test/jest/setup.ts'],
      moduleNameMapper: {
        '^lightning/(actions|flowSupport|graphql|navigation)$': '<rootDir>/force-app/test/jest/lightning/$1.ts',
        '^lightning/(button|combobox|icon|input|radioGroup)$': '<rootDir>/force-app/test/jest/lightning/$1/$1.ts'
      }
    },
    {
      ...scripts,
      displayName: 'scripts',
      testMatch: ['**/*.test.ts'],
      testPathIgnorePatterns: [...INTEGRATION, BENCHMARKS, SFDMU]
    },
    { ...scripts, displayName: 'integration', testMatch: ['**/*.test.ts'], testPathIgnorePatterns: [UNIT] },
    { ...scripts, displayName: 'benchmarks', testMatch: [`**${BENCHMARKS}*.test.ts`] },
    { ...scripts, displayName: 'sfdmu', testMatch: [`**${SFDMU}*.test.ts`] }
  ]
};
