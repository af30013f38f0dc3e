import { APIS } from './apis.ts';
import { BULK_QUERIES } from './bulkQueries.ts';
import { CLIENTS } from './clients.ts';
import { CREATING } from './creating.ts';
import { FLOWS } from './flows.ts';
import { KINDS_OF_USERS } from './kindsOfUsers.ts';
import { LICENSES } from './licenses.ts';
import { PACKAGES } from './packages.ts';
import { PAGES } from './pages.ts';
import { PLACEMENT } from './placement.ts';
import type { Probe } from './probe.ts';
import { READING } from './reading.ts';
import { REMOVING } from './removing.ts';
import { SELF_REGISTRATION } from './selfRegistration.ts';
import { SITES } from './sites.ts';
import { USER_FIELDS } from './userFields.ts';

/** One probe for each fact of docs/platform-facts.md. */
export const PROBES: readonly Probe[] = [
  ...CREATING,
  ...KINDS_OF_USERS,
  ...READING,
  ...SITES,
  ...SELF_REGISTRATION,
  ...FLOWS,
  ...PAGES,
  ...USER_FIELDS,
  ...LICENSES,
  ...REMOVING,
  ...APIS,
  ...BULK_QUERIES,
  ...PACKAGES,
  ...PLACEMENT,
  ...CLIENTS
];
