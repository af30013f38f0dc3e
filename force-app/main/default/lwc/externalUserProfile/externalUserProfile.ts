import { api, LightningElement } from 'lwc';
import {
  fieldLabels,
  fill,
  formLabels,
  loginTextFor,
  sentenceFor,
  toProfileChoices,
  usageOf,
  type LoginText,
  type ProfileChoice
} from 'c/externalUserLabels';
import {
  findAccess,
  suggestProfile,
  valueOr,
  type ContactFacts,
  type ExternalProfile,
  type License,
  type OrgFacts
} from 'c/externalUserRules';

/** A base component that shows the message of its value. */
export interface ValidatedElement extends HTMLElement {
  setCustomValidity(message: string): void;
  reportValidity(): boolean;
}

/**
 * The choice of a profile, and in one line what it brings: its license, the free seats and where its users can log in. The
 * events `change` (with `value`) and `blur` are those of a base component.
 */
export default class ExternalUserProfile extends LightningElement {
  /** The profiles to choose from; undefined if they can't be read, so that an id is asked for. */
  @api profiles: readonly ExternalProfile[] | undefined;
  /** The id of the chosen profile. */
  @api value: string | undefined;
  @api org: OrgFacts | undefined;
  /** Whose account suggests a profile; absent for many contacts. */
  @api contact: ContactFacts | undefined;

  @api focus(): void {
    this.field?.focus();
  }

  @api setCustomValidity(message: string): void {
    this.field?.setCustomValidity(message);
  }

  @api reportValidity(): boolean {
    return this.field?.reportValidity() ?? true;
  }

  labels = formLabels;
  label = fieldLabels.profileId;
  profilesHidden = sentenceFor({ code: 'profilesHidden', words: [] });

  // A `#` field is not reactive, so a change causes no rendering.
  #options: readonly ProfileChoice[] = [];

  /** Returns the same array until an option changes, because an open list loses its highlighted option with a new array. */
  get options(): readonly ProfileChoice[] {
    const options = toProfileChoices(this.profiles ?? []);
    if (JSON.stringify(options) !== JSON.stringify(this.#options)) {
      this.#options = options;
    }
    return this.#options;
  }

  get usage(): string {
    return this.profile === undefined ? '' : usageOf(this.profile);
  }

  get login(): LoginText | undefined {
    const { profile, org } = this;
    return profile === undefined || org === undefined ? undefined : loginTextFor(findAccess(profile, true, org));
  }

  /** Says why the form chose this profile; empty if a setting or a person chose it. */
  get suggestion(): string {
    const { profile, org, contact } = this;
    const suggested = profile && org && contact && suggestProfile(org, profile.kind, contact);
    return suggested?.from === 'account' && suggested.id === profile?.id
      ? fill(formLabels.profileSuggested, [accountNameOf(contact)])
      : '';
  }

  get license(): License | undefined {
    return this.profile && valueOr(this.profile.license, undefined);
  }

  /** The event of the base component leaves its shadow, and would be there twice. */
  handleChange(event: CustomEvent<{ readonly value: string }>): void {
    event.stopPropagation();
    const { value } = event.detail;
    this.dispatchEvent(new CustomEvent('change', { detail: { value } }));
  }

  handleLeave(): void {
    this.dispatchEvent(new CustomEvent('blur'));
  }

  /** The chosen profile, if it is one that can be seen. */
  private get profile(): ExternalProfile | undefined {
    return this.profiles?.find(({ id }) => id === this.value);
  }

  private get field(): ValidatedElement | null {
    return this.template?.querySelector<ValidatedElement>('.field') ?? null;
  }
}

function accountNameOf(contact: ContactFacts | undefined): string {
  return (contact && valueOr(contact.account, null)?.name) ?? '';
}
