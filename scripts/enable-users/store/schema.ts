/** Counts up whenever a table changes: a run folder with other tables must not be read as if it were empty. */
export const SCHEMA_VERSION = 7;

/** Every table of a run. `row` is the number of the row in the input, in each of them. */
export const SCHEMA: readonly string[] = [
  'CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID',
  `CREATE TABLE IF NOT EXISTS input (
    row INTEGER PRIMARY KEY, line INTEGER NOT NULL, contactId TEXT NOT NULL, accountId TEXT NOT NULL, fields TEXT NOT NULL,
    cells TEXT NOT NULL, problem TEXT)`,
  `CREATE TABLE IF NOT EXISTS plan (
    row INTEGER PRIMARY KEY, contactId TEXT NOT NULL, contactName TEXT NOT NULL, accountId TEXT NOT NULL,
    accountName TEXT NOT NULL, kind TEXT NOT NULL, profileId TEXT NOT NULL, profileName TEXT NOT NULL, licenseId TEXT NOT NULL, isRoleBased INTEGER NOT NULL, outcome TEXT NOT NULL,
    code TEXT NOT NULL, sentence TEXT NOT NULL, draft TEXT, fields TEXT NOT NULL, userId TEXT,
    holderUsername TEXT NOT NULL, givenNames TEXT NOT NULL, deviations TEXT NOT NULL)`,
  // Names that this run gives out, in lower case: no two of its rows may get the same.
  `CREATE TABLE IF NOT EXISTS names (
    field TEXT NOT NULL, name TEXT NOT NULL, row INTEGER NOT NULL, PRIMARY KEY (field, name)) WITHOUT ROWID`,
  `CREATE TABLE IF NOT EXISTS batches (
    id INTEGER PRIMARY KEY, transport TEXT NOT NULL, jobId TEXT, stage TEXT NOT NULL, state TEXT NOT NULL,
    senderId TEXT, earliest INTEGER NOT NULL, latest INTEGER NOT NULL)`,
  // `isOpen`: no answer said what became of the row, so that the request may have created its user.
  `CREATE TABLE IF NOT EXISTS batchRows (
    batchId INTEGER NOT NULL, row INTEGER NOT NULL, attempt INTEGER NOT NULL, username TEXT NOT NULL,
    nickname TEXT NOT NULL, isOpen INTEGER NOT NULL DEFAULT 0, PRIMARY KEY (batchId, row)) WITHOUT ROWID`,
  'CREATE INDEX IF NOT EXISTS batchRowsOfRow ON batchRows (row)',
  // Why the last attempt of a row failed, and the names of its next one.
  `CREATE TABLE IF NOT EXISTS retries (
    row INTEGER PRIMARY KEY, attempt INTEGER NOT NULL, username TEXT NOT NULL, nickname TEXT NOT NULL,
    code TEXT NOT NULL, message TEXT NOT NULL)`,
  `CREATE TABLE IF NOT EXISTS outcomes (
    row INTEGER PRIMARY KEY, outcome TEXT NOT NULL, userId TEXT, username TEXT NOT NULL, code TEXT NOT NULL,
    message TEXT NOT NULL)`,
  `CREATE TABLE IF NOT EXISTS assignments (
    row INTEGER NOT NULL, permissionSetId TEXT NOT NULL, isAssigned INTEGER NOT NULL, message TEXT NOT NULL,
    PRIMARY KEY (row, permissionSetId)) WITHOUT ROWID`,
  // What a step of the run says of one account, or of the whole run where the account is empty.
  `CREATE TABLE IF NOT EXISTS notes (
    code TEXT NOT NULL, accountId TEXT NOT NULL, sentence TEXT NOT NULL, PRIMARY KEY (code, accountId))`,
  // `wave`: the call of the command that tried it last.
  `CREATE TABLE IF NOT EXISTS passwords (
    row INTEGER PRIMARY KEY, state TEXT NOT NULL, message TEXT NOT NULL, wave INTEGER NOT NULL)`
];

/**
 * The indexes of what a plan adds, by their tables. Each row of a large table would be put into a place of its own in the
 * index, most of which is not in memory; at the end, SQLite sorts them all.
 */
export const INDEXES = {
  input: { name: 'inputContact', columns: 'contactId' },
  plan: { name: 'planOrder', columns: 'outcome, accountId, row' }
} as const;

export type IndexedTable = keyof typeof INDEXES;
