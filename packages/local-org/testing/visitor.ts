import type { Org } from '../engine/org/org.ts';
import { browserAt } from './siteBrowser.ts';

/** The self-registration page of Acme Help. */
export const PAGE = '/acmehelp/s/login/SelfRegister';
export const VISITOR = { firstName: 'Mina', lastName: 'Okonkwo', email: 'Mina.Okonkwo@mail.example' } as const;
/** The username of the visitor's user. */
export const USERNAME = 'mina.okonkwo@mail.example';

/** Sends the page's form from a new browser. */
export function register(org: Org, form: Readonly<Record<string, string>> = VISITOR): Promise<Response> {
  return browserAt(org).post(PAGE, form);
}
