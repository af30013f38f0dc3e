import type { Locator, Page } from '@playwright/test';
import { press } from '../../../scripts/shared/browser/enabling.ts';
import type { OrgError } from '../cases/orgError.ts';
import { uiApiBody, uiApiError } from '../cases/failureShapes.ts';
import type { LocalOrgControl, Fault } from './localOrgControl.ts';

/** Chrome by itself sends a request again when the connection that it reused breaks: so many times cover both. */
export const ALL = 10;

/** What meets the request that makes the user. */
export function onCreation(effect: Fault['effect'], times = 1): Fault {
  return { method: 'POST', path: '/ui-api/records', times, effect };
}

/** What meets the look-up of the contact's user. */
export function onLookUp(effect: Fault['effect'], times = 1): Fault {
  return { method: 'POST', path: '/graphql', operation: 'ExternalUserOfContact', times, effect };
}

/** The refusal as UI API answers it: under `fieldErrors` where it names a field, else under `errors`. */
export function refusalOf(error: OrgError): Fault['effect'] {
  const output =
    error.field === null
      ? { errors: [uiApiError(error)], fieldErrors: {} }
      : { errors: [], fieldErrors: { [error.field]: [uiApiError(error)] } };
  return { kind: 'respond', status: 400, body: uiApiBody(output) };
}

/** Presses Create User and waits until the org, or a fault in its place, has answered. */
export async function create(page: Page, dialog: Locator): Promise<void> {
  const answer = page.waitForResponse((response) => isCreation(response.request().method(), new URL(response.url())));
  await press(dialog, 'Create User');
  await answer;
}

/** How often the org was asked to make a user. */
export async function countCreations(localOrg: LocalOrgControl): Promise<number> {
  const requests = await localOrg.requests();
  return requests.filter(({ method, path }) => isCreation(method, new URL(path, 'http://localhost'))).length;
}

function isCreation(method: string, { pathname }: URL): boolean {
  return method === 'POST' && pathname.endsWith('/ui-api/records');
}
