import { html } from 'hono/html';
import { loginPath, selfRegisterPath } from '../../../engine/login/sitePaths.ts';
import { textOf, type StoredRecord } from '../../../engine/storage/record.ts';
import { errorMessage, page, type Markup } from '../pages/page.ts';
import type { FormProblem, RegistrationForm } from './requests.ts';
import type { FormField, SelfRegistrationSettings } from './selfRegistrationSettings.ts';

interface Entry {
  readonly name: FormField;
  readonly label: string;
  readonly autocomplete: string;
  readonly type?: 'email' | 'tel' | 'password';
  readonly isRequired?: boolean;
}

/**
 * The form of the standard component. Labels, button and link are its defaults (Help, rss_login_self_register); last name and email
 * address are required. Entered values stay, except passwords.
 */
export function selfRegisterPage(
  site: StoredRecord,
  settings: SelfRegistrationSettings,
  form: RegistrationForm,
  problem: FormProblem | null
): Markup {
  return page(
    site,
    'Sign Up',
    html`<h1>${textOf(site, 'Name')}</h1>
      <p>Join the community to receive personalized information and customer support.</p>
      <p class="hint">* Required</p>
      ${errorMessage(problem?.message ?? null)}
      <form method="post" action="${selfRegisterPath(site)}" novalidate>
        ${ENTRIES.filter(({ name }) => settings.shows[name]).map((entry) => input(entry, form, problem))}
        <button type="submit">Sign Up</button>
      </form>
      <p><a href="${loginPath(site)}">Already have an account?</a></p>`
  );
}

const ENTRIES: readonly Entry[] = [
  { name: 'firstName', label: 'First Name', autocomplete: 'given-name' },
  { name: 'lastName', label: 'Last Name', autocomplete: 'family-name', isRequired: true },
  { name: 'email', label: 'Email', autocomplete: 'email', type: 'email', isRequired: true },
  { name: 'username', label: 'Username', autocomplete: 'username' },
  { name: 'nickname', label: 'Nickname', autocomplete: 'nickname' },
  { name: 'mobile', label: 'Mobile', autocomplete: 'tel', type: 'tel' },
  { name: 'password', label: 'Create Password', autocomplete: 'new-password', type: 'password', isRequired: true },
  { name: 'confirmation', label: 'Confirm Password', autocomplete: 'new-password', type: 'password', isRequired: true }
];

function input(
  { name, label, autocomplete, type, isRequired }: Entry,
  form: RegistrationForm,
  problem: FormProblem | null
) {
  const isWrong = problem?.field === name;
  return html`<label for="${name}"
      >${label}${isRequired === true ? html` <span aria-hidden="true">*</span>` : ''}</label
    >
    <input
      id="${name}"
      name="${name}"
      type="${type ?? 'text'}"
      value="${type === 'password' ? '' : form[name]}"
      autocomplete="${autocomplete}"
      ${isRequired === true ? 'required' : ''}
      ${isWrong ? html`aria-invalid="true" aria-describedby="message" autofocus` : ''}
    />`;
}
