import type { DraftField, DraftProblem } from 'c/externalUserRules';
import problemRequired from '@salesforce/label/c.ExternalUser_ProblemRequired';
import problemNotAnEmail from '@salesforce/label/c.ExternalUser_ProblemNotAnEmail';
import problemNotAUsername from '@salesforce/label/c.ExternalUser_ProblemNotAUsername';
import problemNotAProfileId from '@salesforce/label/c.ExternalUser_ProblemNotAProfileId';
import problemTooLong from '@salesforce/label/c.ExternalUser_ProblemTooLong';
import fieldProfileId from '@salesforce/label/c.ExternalUser_FieldProfileId';
import fieldUsername from '@salesforce/label/c.ExternalUser_FieldUsername';
import fieldEmail from '@salesforce/label/c.ExternalUser_FieldEmail';
import fieldAlias from '@salesforce/label/c.ExternalUser_FieldAlias';
import fieldNickname from '@salesforce/label/c.ExternalUser_FieldNickname';
import fieldFirstName from '@salesforce/label/c.ExternalUser_FieldFirstName';
import fieldLastName from '@salesforce/label/c.ExternalUser_FieldLastName';
import fieldTimeZone from '@salesforce/label/c.ExternalUser_FieldTimeZone';
import fieldLocale from '@salesforce/label/c.ExternalUser_FieldLocale';
import fieldLanguage from '@salesforce/label/c.ExternalUser_FieldLanguage';
import fieldEmailEncoding from '@salesforce/label/c.ExternalUser_FieldEmailEncoding';
import { fill } from './fill.ts';

/** As the User object names its fields. */
export const fieldLabels: Readonly<Record<DraftField, string>> = {
  profileId: fieldProfileId,
  username: fieldUsername,
  email: fieldEmail,
  alias: fieldAlias,
  nickname: fieldNickname,
  firstName: fieldFirstName,
  lastName: fieldLastName,
  timeZone: fieldTimeZone,
  locale: fieldLocale,
  language: fieldLanguage,
  emailEncoding: fieldEmailEncoding
};

const PROBLEMS: Readonly<Record<DraftProblem['code'], string>> = {
  required: problemRequired,
  notAnEmail: problemNotAnEmail,
  notAUsername: problemNotAUsername,
  notAProfileId: problemNotAProfileId,
  tooLong: problemTooLong
};

/** What is wrong with a field and how to mend it. */
export function sentenceForProblem(problem: DraftProblem): string {
  return fill(PROBLEMS[problem.code], problem.code === 'tooLong' ? [String(problem.limit)] : []);
}
