import { readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import type * as Scanner from '@flow-scanner/lightning-flow-scanner-core';
import type { Outcome } from '../step.ts';

// Node finds no names in this CommonJS module, which exports them by a function: an `import` of them doesn't link.
// eslint-disable-next-line @typescript-eslint/no-unsafe-assignment -- of the type that the module ships
const { parse, scan }: typeof Scanner = createRequire(import.meta.url)('@flow-scanner/lightning-flow-scanner-core');

/** Where flows of ours are. */
const FLOWS = ['force-app/main/default/flows', 'force-app/automation/default/flows'];

/**
 * Every rule of the scanner, those in beta too. One finding is none: it asks each flow that is started by an object for a
 * trigger order, which only before-save and after-save flows can have.
 * Source: Salesforce Help, "Define the Run Order of Record-Triggered Flows for an Object".
 */
const RULES = { betaMode: true, exceptions: { External_Access_Result: { TriggerOrder: ['*'] } } };

/** What the scanner finds in all flows that ship. One test a flow. */
export async function scanFlows(): Promise<Outcome> {
  const folders = await Promise.all(FLOWS.map(flowFilesIn));
  return scanFlowFiles(folders.flat());
}

/** What the scanner finds in these files. */
export async function scanFlowFiles(files: readonly string[]): Promise<Outcome> {
  const parsed = await parse([...files]);
  const unread = parsed.flatMap(({ uri, errorMessage }) =>
    errorMessage === undefined ? [] : [`${basename(uri)}: ${errorMessage}`]
  );
  const results = scan(parsed, RULES);
  const problems = results.flatMap(({ flow, ruleResults }) => {
    const found = ruleResults.filter(({ occurs, errorMessage }) => occurs || Boolean(errorMessage));
    return found.map(({ ruleName, details, errorMessage }) =>
      `${flow.name}: ${ruleName} ${errorMessage || details.map(({ name }) => name).join(', ')}`.trim()
    );
  });
  const failed = new Set([...unread, ...problems].map((problem) => problem.split(':')[0])).size;
  return { passed: files.length - failed, failed, output: [...unread, ...problems].join('\n') };
}

async function flowFilesIn(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder);
  return names.filter((name) => name.endsWith('.flow-meta.xml')).map((name) => join(folder, name));
}
