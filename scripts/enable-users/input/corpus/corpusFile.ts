/** A file that somebody brings, and what is said about it. */
export interface CorpusFile {
  readonly what: string;
  readonly content: string | Buffer;
  /** For each row `ok` with its line, or its problem, then the notes; or the one sentence with which the file is refused. */
  readonly says: readonly string[];
}

export const ADA = '003000000000001AAA';
export const BOB = '003000000000002AAA';

/** The first line of most files. */
export const TWO = `Id,Nickname\n`;

/** The ends of sentences. */
export const KNOWN =
  'Known columns: ContactId, Profile, Username, Email, Nickname, Alias, RoleLevel, TimeZone, Locale, Language, PermissionSets, and User.<Field> for any other field of the user.';
export const SAVE = 'Save it as “CSV UTF-8” (Excel: Save As)';
export const CONVERT = ' or convert it: iconv -f WINDOWS-1252 -t UTF-8 old.csv > new.csv.';
