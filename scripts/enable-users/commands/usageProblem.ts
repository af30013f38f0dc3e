import { SfError } from '@salesforce/core';
import { textAt } from 'sf-cli/json';
import { EXIT } from '../../shared/exit.ts';

/** What oclif and sf-plugins-core write around the words of a wrong flag. */
const FRAME = /^Parsing --\S+ |^The following errors? occurred: |See more help with --help$/gu;

/** What is wrong with the flags of a call, in sentences, with the exit code of a wrong call; every other error as it is. */
export function toUsageProblem(error: Error | SfError, call: string): Error | SfError {
  if (isUnknownOrg(error)) return usageProblem(`${bare(error.message)} ${howToName(error)}`, error);
  return isWrongCall(error)
    ? usageProblem(`${sentence(bare(error.message))} ${call} --help lists the flags.`, error)
    : error;
}

function isUnknownOrg(error: Error): boolean {
  return /NamedOrgNotFound|NoDefaultEnv/u.test(error.name);
}

/** oclif marks what its parser refuses, and names a flag whose own parser refuses its value. */
function isWrongCall(error: Error): boolean {
  return 'parse' in error || error.message.startsWith('Parsing --');
}

function howToName(error: Error | SfError): string {
  const [, meant] = /Did you mean "([^"]+)"/u.exec('actions' in error ? (error.actions ?? []).join(' ') : '') ?? [];
  const guess = meant === undefined ? '' : `Did you mean --target-org ${meant}? `;
  return `${guess}npx sf org list shows the orgs; npx sf org login web --alias <alias> adds one.`;
}

function bare(message: string): string {
  return message.replace(/\s/gu, ' ').replace(/ {2,}/gu, ' ').trim().replace(FRAME, '').trim();
}

function sentence(words: string): string {
  return /[.!?]$/u.test(words) ? words : `${words}.`;
}

function usageProblem(message: string, cause: Error): SfError {
  return new SfError(message, textAt(cause, 'name'), [], EXIT.usage, cause);
}
