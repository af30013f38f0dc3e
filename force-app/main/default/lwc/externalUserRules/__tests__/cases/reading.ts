import type { SiteReading } from 'c/externalUserRules';

/** What an administrator read of a live site that welcomes its members. */
export const READING: SiteReading = {
  loginUrl: 'https://acme.my.site.com/acmehelp/login',
  sendsWelcomeEmail: true,
  readOn: '2026-11-30'
};
