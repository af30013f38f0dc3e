import type { SelfRegistrationSettings, FormField } from './selfRegistrationSettings.ts';

/** What a visitor fills in; empty where the page asks for none. */
export type RegistrationForm = Readonly<Record<FormField, string>>;

/** What the visitor is told, and the field that it is about, where it is about one. */
export interface FormProblem {
  readonly message: string;
  readonly field: FormField | null;
}

/** Reads what the page asks for; whatever else was sent counts as empty. */
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

/** What is missing, in the order in which the standard component asks; texts as public tests of such sites quote them. */
export function findFormProblem(form: RegistrationForm): FormProblem | null {
  if (form.lastName === '') return { message: 'Last name is required.', field: 'lastName' };
  if (form.email === '') return { message: 'Email address is required.', field: 'email' };
  if (form.password !== form.confirmation) return { message: 'Your passwords do not match.', field: 'confirmation' };
  return null;
}
