import { displayText, wordsOfProblem, type DraftProblem, type Finding, type FindingCode } from 'c/externalUserRules';
import { readEnglish } from '../../shared/labelFiles.ts';

/** The sentences that the quick action shows, by the rules' codes. */
export interface Sentences {
  ofFinding(finding: Pick<Finding, 'code' | 'words'>): string;
  ofProblem(problem: DraftProblem): string;
}

/** The columns of the input that set the fields of a draft. */
const COLUMN_OF_FIELD: Readonly<Partial<Record<DraftProblem['field'], string>>> = {
  profileId: 'Profile',
  username: 'Username',
  email: 'Email',
  alias: 'Alias',
  nickname: 'Nickname',
  timeZone: 'TimeZone',
  locale: 'Locale',
  language: 'Language',
  portalRole: 'RoleLevel'
};

/** Sentences for a file, which has columns where the quick action has next steps. */
const IN_A_FILE: Readonly<Partial<Record<FindingCode, string>>> = {
  emailMissing: '{0} has no email. Add one to the contact, or to the row in a column Email.',
  emailUnusable:
    '{0} ends in .invalid, where no mail arrives. Correct it on the contact, or put another one into a column Email.',
  userInactive:
    '{0} already has a user, {1}, who is inactive. A contact can have one user only: --reactivate makes that one active again.'
};

let known: Sentences | undefined;

/** The sentences in the labels of the product, which are read once. */
export function readSentences(): Sentences {
  known ??= sentencesIn(new Map(readEnglish()));
  return known;
}

function sentencesIn(labels: ReadonlyMap<string, string>): Sentences {
  const label = (name: string): string => {
    const text = labels.get(`ExternalUser_${name}`);
    if (text === undefined) throw new Error(`No label is called ExternalUser_${name}.`);
    return text;
  };
  return {
    ofFinding: ({ code, words }) => fill(IN_A_FILE[code] ?? label(labelOf(code)), words),
    ofProblem: (problem) => {
      const capitalized = problem.code.charAt(0).toUpperCase() + problem.code.slice(1);
      const sentence = fill(label(`Problem${capitalized}`), wordsOfProblem(problem));
      return `${COLUMN_OF_FIELD[problem.field] ?? problem.field}: ${sentence}`;
    }
  };
}

function labelOf(code: FindingCode): string {
  if (code === 'usernameUnchecked' || code === 'nicknameUnchecked') return 'FindingNameUnchecked';
  return `Finding${code.charAt(0).toUpperCase()}${code.slice(1)}`;
}

/** A name that ends with a full stop ends the sentence without a second one, as in the components. */
function fill(label: string, words: readonly string[]): string {
  return label.replace(/\{(\d+)\}(\.?)/g, (place, index: string, stop: string) => {
    const word = words[Number(index)];
    return word === undefined ? place : displayText(word) + (word.endsWith('.') ? '' : stop);
  });
}
