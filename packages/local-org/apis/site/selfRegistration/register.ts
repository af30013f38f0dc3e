import type { Org } from '../../../engine/org/org.ts';
import type { Refusal } from '../../../engine/refusals/rule.ts';
import type { StoredRecord } from '../../../engine/storage/record.ts';
import { createMember } from './createMember.ts';
import { findFormProblem, type FormProblem, type RegistrationForm } from './requests.ts';
import type { FormField, SelfRegistrationSettings } from './selfRegistrationSettings.ts';

/** The outcome: logged in with a chosen password, a mail with a link to set it, or a refusal. */
export type Registration =
  | { readonly kind: 'registered'; readonly userId: string }
  | { readonly kind: 'mailed' }
  | ({ readonly kind: 'refused' } & FormProblem);

/** The answer of sites when the administrator must fix something, as public code and tests quote it. */
const ALERTED = 'Your request cannot be processed at this time. The site administrator has been alerted.';

/**
 * "If users attempt to register with a duplicate username, they receive an error message that their request can't be completed, but
 * administrators aren't notified." Source: Salesforce Help, "Configure Your Self-Registration Page"; the words are ours.
 */
const TAKEN = 'Your request cannot be completed. If you already have an account, log in or reset your password.';

/**
 * Registers a visitor: contact and user, or neither. Source: Apex Reference, Site.createExternalUser, whose empty password "sends a
 * new password email". That mail is left out when the site's welcome mail, which has the same link, was sent.
 */
export function register(
  org: Org,
  site: StoredRecord,
  settings: SelfRegistrationSettings,
  form: RegistrationForm
): Registration {
  const problem = findFormProblem(form) ?? (settings.shows.password ? passwordProblem(org, form) : null);
  if (problem !== null) return { kind: 'refused', ...problem };
  const mailsBefore = org.outbox.length;
  const attempt = createMember(org, site, settings, form);
  switch (attempt.kind) {
    case 'created':
      return completeRegistration(org, site, settings, form, attempt.userId, mailsBefore);
    case 'taken':
      return refused(TAKEN, null);
    case 'refused':
      return answerTo(org, site, settings, form, attempt.error);
    case 'failed':
      return alerted(org, site, form, attempt.cause);
  }
}

/** Shows a refusal at its field when the visitor can fix it; reports any other one to the administrator. */
function answerTo(
  org: Org,
  site: StoredRecord,
  settings: SelfRegistrationSettings,
  form: RegistrationForm,
  { statusCode, message, fields }: Refusal
): Registration {
  if (statusCode === 'DUPLICATE_USERNAME') return refused(TAKEN, null);
  const field = fieldOf(fields, settings);
  if (field === null || !FIXABLE_BY_VISITOR.includes(statusCode)) {
    return alerted(org, site, form, `${statusCode}: ${message}`);
  }
  return refused(message.replaceAll('<br>', ' '), field);
}

function completeRegistration(
  org: Org,
  site: StoredRecord,
  { shows }: SelfRegistrationSettings,
  { password }: RegistrationForm,
  userId: string,
  mailsBefore: number
): Registration {
  if (shows.password) {
    org.passwords.set(userId, password);
    return { kind: 'registered', userId };
  }
  const isMailed = org.outbox.slice(mailsBefore).some((mail) => mail.userId === userId && mail.link !== null);
  if (!isMailed) org.siteLogin.mailPasswordLink(site.Id, userId);
  return { kind: 'mailed' };
}

function passwordProblem(org: Org, { password }: RegistrationForm): FormProblem | null {
  const refusal = org.passwords.findPolicyBreach(password);
  return refusal === null ? null : { message: refusal.message, field: 'password' };
}

function alerted(org: Org, site: StoredRecord, { email }: RegistrationForm, cause: string): Registration {
  org.siteLogin.reportFailedRegistration(site.Id, email, cause);
  return refused(ALERTED, null);
}

function refused(message: string, field: FormField | null): Registration {
  return { kind: 'refused', message, field };
}

const FIXABLE_BY_VISITOR: readonly string[] = [
  'INVALID_EMAIL_ADDRESS',
  'STRING_TOO_LONG',
  'FIELD_INTEGRITY_EXCEPTION',
  'DUPLICATE_COMM_NICKNAME'
];

const FIELDS: Readonly<Record<string, FormField>> = {
  FirstName: 'firstName',
  LastName: 'lastName',
  Email: 'email',
  PersonEmail: 'email',
  Username: 'username',
  CommunityNickname: 'nickname',
  MobilePhone: 'mobile'
};

/** The form's field for a field of a record. An invalid username is shown at the email address that it was made from. */
function fieldOf(fields: readonly string[], { shows }: SelfRegistrationSettings): FormField | null {
  const field = FIELDS[fields[0] ?? ''] ?? null;
  return field === 'username' && !shows.username ? 'email' : field;
}
