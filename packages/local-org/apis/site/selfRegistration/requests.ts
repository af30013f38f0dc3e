import type { FormField, SelfRegistrationSettings } from './selfRegistrationSettings.ts';

/** The values of the form; empty for a field that the page does not show. */
export type RegistrationForm = Readonly<Record<FormField, string>>;

/** A message for the visitor, with its field, or null for the whole form. */
export interface FormProblem {
  readonly message: string;
  readonly field: FormField | null;
}

/** Reads the fields that the page shows; other ones are empty, even if they were sent. */
export function readRegistration(
  given: (name: FormField) => string,
  { shows }: SelfRegistrationSettings
): RegistrationForm {
  const text = (name: FormField): string => (shows[name] ? given(name) : '');
  return {
    firstName: text('firstName').trim(),
    lastName: text('lastName').trim(),
    email: text('email').trim(),
    username: text('username').trim(),
    nickname: text('nickname').trim(),
    mobile: text('mobile').trim(),
    password: text('password'),
    confirmation: text('confirmation')
  };
}

/** Finds the first missing value, in the order of the standard component; texts as public tests of such sites quote them. */
export function findFormProblem(form: RegistrationForm): FormProblem | null {
  if (form.lastName === '') return { message: 'Last name is required.', field: 'lastName' };
  if (form.email === '') return { message: 'Email address is required.', field: 'email' };
  if (form.password !== form.confirmation) return { message: 'Your passwords do not match.', field: 'confirmation' };
  return null;
}
