import type { Locator, Page } from '@playwright/test';
import { press } from '../../../scripts/shared/browser/enabling.ts';
import type { OrgError } from '../cases/orgError.ts';
import { uiApiBody, uiApiError } from '../cases/failureShapes.ts';
import type { LocalOrgControl, Fault } from './localOrgControl.ts';

/** Chrome resends a request when its reused connection breaks, so the fault must apply to both. */
export const ALL = 10;

/** A fault in the request that creates the user. */
export function onCreation(effect: Fault['effect'], times = 1): Fault {
  return { method: 'POST', path: '/ui-api/records', times, effect };
}

/** A fault in the look-up of the contact's user. */
export function onLookUp(effect: Fault['effect'], times = 1): Fault {
  return { method: 'POST', path: '/graphql', operation: 'ExternalUserOfContact', times, effect };
}

/** Builds the refusal as UI API sends it: under `fieldErrors` if it names a field, else under `errors`. */
export function refusalOf(error: OrgError): Fault['effect'] {
  const output =
    error.field === null
      ? { errors: [uiApiError(error)], fieldErrors: {} }
      : { errors: [], fieldErrors: { [error.field]: [uiApiError(error)] } };
  return { kind: 'respond', status: 400, body: uiApiBody(output) };
}

/** Presses Create User and waits for the answer of the org or of the injected fault. */
export async function create(page: Page, dialog: Locator): Promise<void> {
  const answer = page.waitForResponse((response) => isCreation(response.request().method(), new URL(response.url())));
  await press(dialog, 'Create User');
  await answer;
}

/** Counts the requests that create a user. */
export async function countCreations(localOrg: LocalOrgControl): Promise<number> {
  const requests = await localOrg.requests();
  return requests.filter(({ method, path }) => isCreation(method, new URL(path, 'http://localhost'))).length;
}

function isCreation(method: string, { pathname }: URL): boolean {
  return method === 'POST' && pathname.endsWith('/ui-api/records');
}
