import { SfError } from '@salesforce/core';
import { fileProblemOf } from '../../shared/fileProblem.ts';

/** An error of a file as the CLI shows it, with what to do besides; any other error as it is. */
export function toFileProblem(error: unknown, actions: string[]): Error {
  const problem = fileProblemOf(error);
  if (problem !== null) return new SfError(problem.message, 'FileError', actions, problem.exitCode, error);
  return error instanceof Error ? error : new Error(String(error));
}
