import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { textAt } from 'sf-cli/json';
import { openDatabase } from './database.ts';
import { lockFolder } from './folderLock.ts';

export interface SiteName {
  readonly id: string;
  readonly name: string;
}

/**
 * The runs of this machine that keep welcome email off in an org, by their folders, and the sites that had it on before the
 * first of them. One process at a time has it open.
 */
export interface WelcomeEmailRecord {
  readonly sites: () => readonly SiteName[];
  readonly owners: () => readonly string[];
  readonly addSites: (sites: readonly SiteName[]) => void;
  readonly join: (folder: string) => void;
  readonly leave: (folder: string) => void;
  /** When the sites have it on again. */
  readonly forgetSites: () => void;
  readonly close: () => void;
}

/** Opens the record in the folder that this machine has for the org. Null while another process has it open. */
export function openWelcomeEmailRecord(stateFolder: string): WelcomeEmailRecord | null {
  // Other people of this machine need not know who gets users.
  mkdirSync(stateFolder, { recursive: true, mode: 0o700 });
  const lock = lockFolder(stateFolder);
  if (lock === null) return null;
  const database = openDatabase(join(stateFolder, 'welcome-email.db'));
  const { run, each } = database;
  run('CREATE TABLE IF NOT EXISTS sites (id TEXT PRIMARY KEY, name TEXT NOT NULL)');
  run('CREATE TABLE IF NOT EXISTS owners (folder TEXT PRIMARY KEY)');
  return {
    sites: () => [
      ...each('SELECT * FROM sites ORDER BY name').map((row) => ({ id: textAt(row, 'id'), name: textAt(row, 'name') }))
    ],
    owners: () => [...each('SELECT folder FROM owners').map((row) => textAt(row, 'folder'))],
    addSites: (sites) => {
      for (const { id, name } of sites) run('INSERT OR REPLACE INTO sites VALUES (?, ?)', id, name);
    },
    join: (folder) => {
      run('INSERT OR REPLACE INTO owners VALUES (?)', folder);
    },
    leave: (folder) => {
      run('DELETE FROM owners WHERE folder = ?', folder);
    },
    forgetSites: () => {
      run('DELETE FROM sites');
    },
    close: () => {
      database.close();
      lock.release();
    }
  };
}
