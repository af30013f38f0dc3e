import type { FirstScreen } from './firstScreen.ts';

/** First screens of the starting orgs with a blocker, or with a user of the contact. */
export const BLOCKED_SCREENS: Readonly<Record<string, FirstScreen>> = {
  bare: {
    person: 'Sales Ops',
    contact: 'Amélie Dubois',
    headline: 'Not yet: 1 thing to fix',
    lines: [
      {
        check: 'You can’t create external users yet',
        is: 'Blocked',
        says: 'Ask an admin to assign you the permission set'
      },
      { check: 'Account owner', is: 'Unknown', says: 'Somebody with View Roles and Role Hierarchy can.' }
    ]
  },
  'contact-without-account': {
    person: 'Sales Ops',
    contact: 'Amélie Dubois',
    headline: 'Not yet: 1 thing to fix',
    lines: [{ check: 'Amélie Dubois has no account', is: 'Blocked', says: 'Salesforce needs one', fix: 'Edit Contact' }]
  },
  'no-digital-experiences': {
    person: 'System Administrator',
    contact: 'Amélie Dubois',
    headline: 'Not yet: 1 thing to fix',
    lines: [
      {
        check: 'Digital Experiences are off, so this org has no external users',
        is: 'Blocked',
        says: 'An admin can turn them on in Setup.',
        fix: 'Open Digital Experiences Settings'
      }
    ]
  },
  'no-experiences': {
    person: 'System Administrator',
    contact: 'Amélie Dubois',
    headline: 'Not yet: 1 thing to fix',
    lines: [
      {
        check: 'Digital Experiences are off, so this org has no external users',
        is: 'Blocked',
        says: 'An admin can turn them on in Setup.',
        fix: 'Open Digital Experiences Settings'
      }
    ]
  },
  'no-seats': {
    person: 'System Administrator',
    contact: 'Amélie Dubois',
    headline: 'Not yet: 1 thing to fix',
    lines: [
      {
        check: /^No seat is free: .*Customer Community,/u,
        is: 'Blocked',
        says: 'Deactivate a user',
        fix: 'Open Company Information'
      }
    ]
  },
  'login-license-full': {
    person: 'System Administrator',
    contact: 'Amélie Dubois',
    headline: 'Not yet: 1 thing to fix',
    lines: [
      {
        check: /^No seat is free: .*Customer Community Login/u,
        is: 'Blocked',
        says: 'Deactivate a user',
        fix: 'Open Company Information'
      }
    ]
  },
  'owner-without-role': {
    person: 'Sales Ops',
    contact: 'Amélie Dubois',
    headline: 'Not yet: 1 thing to fix',
    lines: [
      {
        check: 'The account owner has no role',
        is: 'Blocked',
        says: 'Dana Whitfield owns Northwind Ångström AB.',
        fix: 'Give Dana Whitfield a role'
      }
    ]
  },
  'inactive-user': { person: 'Sales Ops', contact: 'Amélie Dubois', headline: 'status', lines: [] },
  'inactive-user-no-seat': { person: 'Sales Ops', contact: 'Amélie Dubois', headline: 'status', lines: [] },
  'user-exists': { person: 'System Administrator', contact: 'Amélie Dubois', headline: 'status', lines: [] }
};
