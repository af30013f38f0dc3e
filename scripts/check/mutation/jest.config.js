import { join } from 'node:path';
import { privateFolder } from '../../shared/cacheFolder.js';
import { currentRoom } from './rooms.ts';

/** The tests of a room, in modules that Node loads anew for each mutant. */
export default {
  rootDir: join(import.meta.dirname, '../../..'),
  roots: ['<rootDir>/force-app', '<rootDir>/scripts'],
  cacheDirectory: privateFolder('jest'),
  // Stryker loads it itself, and knows no <rootDir>.
  testEnvironment: join(import.meta.dirname, 'environment.ts'),
  runtime: '<rootDir>/scripts/check/mutation/runtime.ts',
  moduleFileExtensions: ['ts', 'js', 'json', 'node'],
  transform: {},
  testRegex: currentRoom().tests.map((path) => `/${path}.*\\.test\\.ts$`),
  testTimeout: 30_000
};
