import { browserAt } from './siteBrowser.ts';
import type { Org } from '../engine/org/org.ts';

/** Where visitors of Acme Help register. */
export const PAGE = '/acmehelp/s/login/SelfRegister';
export const VISITOR = { firstName: 'Mina', lastName: 'Okonkwo', email: 'Mina.Okonkwo@mail.example' } as const;
/** What the visitor's user is called. */
export const USERNAME = 'mina.okonkwo@mail.example';

/** Sends the page's form from a browser that has not been there before. */
export function register(org: Org, form: Readonly<Record<string, string>> = VISITOR): Promise<Response> {
  return browserAt(org).post(PAGE, form);
}
