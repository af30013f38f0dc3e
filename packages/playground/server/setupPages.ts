import { html } from 'hono/html';
import { document, type Html } from './pageHtml.ts';
import type { Appearance } from './selection.ts';

/** A user as Setup shows them. */
export interface SetupUser {
  readonly id: string;
  readonly name: string;
  readonly username: string;
  readonly email: string;
  readonly isActive: boolean;
  readonly profile: string;
  readonly license: string;
  /** ISO 8601; empty when the user never logged in. */
  readonly lastLogin: string;
}

/** The names of Setup pages, by the last part of their URL. */
const SETUP_PAGES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    CompanyProfileInfo: 'Company Information',
    CustomMetadata: 'Custom Metadata Types',
    EnhancedProfiles: 'Profiles',
    ManageUsers: 'Users',
    NetworkSettings: 'Digital Experiences → Settings',
    OrgEmailSettings: 'Deliverability',
    PermSets: 'Permission Sets',
    Roles: 'Roles',
    SecuritySharing: 'Sharing Settings',
    SetupNetworks: 'Digital Experiences → All Sites'
  })
);

/** The page in the place of a Setup page that the playground lacks. */
export function setupPage(appearance: Appearance, node: string): Html {
  const name = SETUP_PAGES.get(node) ?? node;
  return page(
    appearance,
    name,
    html`<p>In an org, this is the page “${name}” of Setup. The playground has no Setup.</p>
      <p class="slds-m-top_small"><a href="/lightning/o/Contact/list">Contacts</a></p>`
  );
}

/** The platform's own words for a missing permission. */
export function deniedPage(appearance: Appearance): Html {
  return page(
    appearance,
    'Insufficient Privileges',
    html`<p role="alert">
      You do not have the level of access necessary to perform the operation you requested. Please contact the owner of
      the record or your administrator if access is necessary.
    </p>`
  );
}

/** The page of Setup → Users → a user. */
export function userPage(
  appearance: Appearance,
  user: SetupUser,
  { mayReset, isReset }: { readonly mayReset: boolean; readonly isReset: boolean }
): Html {
  const entries = [
    ['Username', user.username],
    ['Email', user.email],
    ['Active', user.isActive ? 'Yes' : 'No'],
    ['Profile', user.profile],
    ['User License', user.license],
    ['Last Login', user.lastLogin]
  ];
  return page(
    appearance,
    user.name,
    html`${
        isReset
          ? html`<p role="status" class="slds-m-bottom_small">
              The password was reset, and a mail went to ${user.email}: <a href="/playground/outbox">Outbox</a>
            </p>`
          : ''
      }
      <dl class="slds-dl_horizontal">
        ${entries.map(
          ([label, value]) =>
            html`<dt class="slds-dl_horizontal__label">${label}</dt>
              <dd class="slds-dl_horizontal__detail">${value}</dd>`
        )}
      </dl>
      ${
        mayReset
          ? html`<form method="post" action="/lightning/setup/ManageUsers/resetPassword" class="slds-m-top_medium">
              <input type="hidden" name="userId" value="${user.id}" />
              <button type="submit" class="slds-button slds-button_neutral">Reset Password</button>
            </form>`
          : html`<p class="slds-m-top_medium">
              Resetting a password needs the permission Reset User Passwords and Unlock Users.
            </p>`
      }`
  );
}

function page(appearance: Appearance, title: string, content: Html): Html {
  return document(
    'en',
    appearance,
    html`<title>${title} | Setup</title>`,
    html`<main class="playground-main">
      <div class="playground-card slds-p-around_large">
        <h1 class="slds-text-heading_large slds-m-bottom_medium">${title}</h1>
        ${content}
      </div>
    </main>`
  );
}
