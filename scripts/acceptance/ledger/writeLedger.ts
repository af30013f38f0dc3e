import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { toJsonText } from '../../shared/terminalText.ts';
import type { Ledger } from './ledger.ts';
import { toMarkdown } from './markdown.ts';

/** The file that a person reads. */
export const LEDGER_PAGE = 'ledger.md';

/** Writes a ledger for programs and for people. */
export async function writeLedger(folder: string, ledger: Ledger): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'ledger.json'), `${toJsonText(ledger, 2)}\n`);
  await writeFile(join(folder, LEDGER_PAGE), toMarkdown(ledger));
}
