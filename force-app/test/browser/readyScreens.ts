import type { FirstScreen } from './firstScreen.ts';

const SITES_HIDDEN = 'We can’t see the sites of this org.';

/** First screens of the starting orgs without a blocker. */
export const READY_SCREENS: Readonly<Record<string, FirstScreen>> = {
  ready: {
    person: 'System Administrator',
    contact: 'Amélie Dubois',
    headline: 'Ready',
    lines: [
      { check: 'Your permission', is: 'Ready', says: 'You can create external users.' },
      { check: 'One user per contact', is: 'Ready', says: 'This contact has no user yet.' },
      { check: 'Account', is: 'Ready', says: 'The contact belongs to Northwind Ångström AB.' },
      {
        check: 'Account owner',
        is: 'Ready',
        says: 'Freja Lindqvist owns Northwind Ångström AB, is active and has a role.'
      },
      { check: 'Email', is: 'Ready', says: 'Mail goes to amelie.dubois@northwind-angstrom.example.' },
      { check: 'Privacy', is: 'Ready', says: 'No “Don’t Process” on record.' },
      { check: 'Site', is: 'Ready', says: 'Live: Acme Help, Acme Partners.' },
      { check: 'Welcome email', is: 'Ready', says: 'Acme Help, Acme Partners.' },
      { check: 'Profiles', is: 'Ready', says: 'For external users: Acme Customer, Acme Customer Plus, Acme Partner,' },
      { check: 'License seats', is: 'Ready', says: 'Seats are free: Customer Community,' },
      { check: 'Seeing the new user', is: 'Ready', says: /^.*You can see every/ }
    ]
  },
  'allow-list': {
    person: 'Sales Ops',
    contact: 'Amélie Dubois',
    headline: 'Ready',
    lines: [
      {
        check: 'Profiles',
        is: 'Ready',
        says: 'On this org’s list for external users: Acme Customer, Acme Customer Plus, Acme Partner.'
      },
      { check: 'License seats', is: 'Unknown', says: 'We can’t see how many seats are free.' },
      { check: 'Site', is: 'Ready', says: /Users can log in to Acme Help, Acme Partners, as of .*2026/ },
      {
        check: 'Welcome email',
        is: 'Ready',
        says: /^.*Set to send a welcome email, as of .*2026: Acme Help, Acme Partners\.$/
      }
    ]
  },
  'no-allow-list': {
    person: 'Sales Ops',
    contact: 'Amélie Dubois',
    headline: 'Ready',
    lines: [
      {
        check: 'Profiles',
        is: 'Unknown',
        says: 'users have already: Acme Customer, Acme Customer Plus, Acme Partner.'
      },
      { check: 'License seats', is: 'Unknown', says: 'We can’t see how many seats are free.' }
    ]
  },
  'dont-process': {
    person: 'Sales Ops',
    contact: '由紀 田中',
    headline: 'You can go on, but read this first: 1',
    lines: [
      {
        check: '由紀 田中 asked not to be processed',
        is: 'Warning',
        says: 'Sites may not let 由紀 田中 log in.',
        fix: 'Edit Contact'
      }
    ]
  },
  'hidden-setup': {
    person: 'Sales Ops',
    contact: 'Amélie Dubois',
    headline: 'Ready',
    lines: [
      {
        check: 'Account owner',
        is: 'Unknown',
        says: 'We can’t see whether the owner of Northwind Ångström AB is active and has a role.'
      },
      { check: 'Profiles', is: 'Unknown', says: 'You can’t see profiles.' },
      { check: 'License seats', is: 'Unknown', says: 'We can’t see how many seats are free.' },
      { check: 'Site', is: 'Unknown', says: SITES_HIDDEN }
    ]
  },
  'nickname-taken': {
    person: 'Sales Ops',
    contact: 'Amélie Dubois',
    headline: 'Ready',
    lines: [{ check: 'One user per contact', is: 'Ready', says: 'This contact has no user yet.' }]
  },
  'no-live-site': {
    person: 'System Administrator',
    contact: 'Amélie Dubois',
    headline: 'You can go on, but read this first: 1',
    lines: [
      {
        check: 'No site is live: Acme Beta, Acme Help, Acme Partners',
        is: 'Warning',
        says: 'can’t log in and gets no welcome email',
        fix: 'Open All Sites'
      }
    ]
  },
  'no-partner-accounts': {
    person: 'Sales Ops',
    contact: 'Amélie Dubois',
    headline: 'Ready',
    lines: [{ check: 'Profiles', is: 'Ready', says: /^(?!.*Partner)/ }]
  },
  'not-a-partner-account': {
    person: 'Sales Ops',
    contact: 'Jamal Okafor',
    headline: 'Ready',
    lines: []
  },
  'permission-set-assignments': {
    person: 'Sales Ops',
    contact: 'Amélie Dubois',
    headline: 'Ready',
    lines: [{ check: 'Profiles', is: 'Ready', says: 'For external users: Acme Customer,' }]
  },
  'person-account': {
    person: 'Sales Ops',
    contact: 'Helena Kowalczyk',
    headline: 'Ready',
    lines: [{ check: 'Profiles', is: 'Ready', says: /^(?!.*Partner)/ }]
  },
  'private-users': {
    person: 'Sales Ops',
    contact: 'Amélie Dubois',
    headline: 'You can go on, but read this first: 1',
    lines: [
      {
        check: 'One user per contact',
        is: 'Unknown',
        says: 'We can’t see whether this contact has a user.'
      },
      {
        check: 'You can create customer users only',
        is: 'Warning',
        says: 'For partner users, ask an admin for Manage External Users.',
        fix: 'Open Permission Sets'
      },
      {
        check: 'Seeing the new user',
        is: 'Unknown',
        says: 'We can’t see whether you will see the new user.'
      },
      { check: 'Profiles', is: 'Ready', says: /^(?!.*Partner)/ }
    ]
  },
  automation: {
    person: 'System Administrator',
    contact: 'Amélie Dubois',
    headline: 'Ready',
    lines: [{ check: 'One user per contact', is: 'Ready', says: 'This contact has no user yet.' }]
  },
  delegated: {
    person: 'Sales Ops',
    contact: 'Amélie Dubois',
    headline: 'Ready',
    lines: [{ check: 'One user per contact', is: 'Ready', says: 'This contact has no user yet.' }]
  },
  production: {
    person: 'System Administrator',
    contact: 'Amélie Dubois',
    headline: 'Ready',
    lines: [{ check: 'One user per contact', is: 'Ready', says: 'This contact has no user yet.' }]
  },
  'sender-unverified': {
    person: 'System Administrator',
    contact: 'Amélie Dubois',
    headline: 'Ready',
    // No API tells it to a component [F-151]; the doctor says whether the domain is verified.
    lines: [{ check: 'Welcome email', is: 'Ready', says: 'Set to send a welcome email: Acme Help, Acme Partners.' }]
  },
  list: {
    person: 'System Administrator',
    contact: 'Amélie Dubois',
    headline: 'Ready',
    lines: [{ check: 'License seats', is: 'Ready', says: 'Seats are free: Customer Community,' }]
  },
  'right-to-left': {
    person: 'Sales Ops',
    contact: 'ليلى الحربي',
    headline: 'Ready',
    lines: [
      // Isolates separate right-to-left names from the sentence.
      { check: 'Account', is: 'Ready', says: 'The contact belongs to \u2068כרמל מערכות בע״מ\u2069.' },
      { check: 'Privacy', is: 'Ready', says: 'No “Don’t Process”' }
    ]
  },
  'self-registration': {
    person: 'System Administrator',
    contact: 'Amélie Dubois',
    headline: 'Ready',
    lines: [{ check: 'Site', is: 'Ready', says: 'Live: Acme Help, Acme Partners.' }]
  },
  'standard-profile-only': {
    person: 'Sales Ops',
    contact: 'Amélie Dubois',
    headline: 'Ready',
    lines: [{ check: 'Profiles', is: 'Ready', says: 'Customer Community User' }]
  },
  'username-taken': {
    person: 'Sales Ops',
    contact: 'Amélie Dubois',
    headline: 'Ready',
    lines: [{ check: 'One user per contact', is: 'Ready', says: 'This contact has no user yet.' }]
  },
  'welcome-mail-off': {
    person: 'System Administrator',
    contact: 'Amélie Dubois',
    headline: 'You can go on, but read this first: 1',
    lines: [
      {
        check: 'No welcome email is sent by Acme Help, Acme Partners',
        is: 'Warning',
        says: 'Once the user is created, send a password reset.',
        fix: 'Open All Sites'
      }
    ]
  }
};
