import type { Context, MiddlewareHandler } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { LocalOrg, Person } from 'sfdx-local-org';

const PERSON = 'playground-person';
const THEME = 'playground-theme';
const DESIGN_SYSTEM = 'playground-design-system';
const LANGUAGE = 'playground-language';

const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** SLDS 2 with its theme Cosmos, as new orgs have it, or SLDS 1. */
const DESIGN_SYSTEMS = ['slds2', 'slds1'] as const;
export type DesignSystem = (typeof DESIGN_SYSTEMS)[number];

/** How a page looks. */
export interface Appearance {
  readonly theme: Theme;
  readonly designSystem: DesignSystem;
}

/** The person whom the bar has signed in. Until then it is the first person of the org. */
export function selectedPerson(c: Context, localOrg: Pick<LocalOrg, 'name' | 'people'>): Person {
  const username = getCookie(c, PERSON);
  const person = localOrg.people.find((candidate) => candidate.username === username) ?? localOrg.people[0];
  if (person === undefined) {
    throw new Error(`The starting org ${localOrg.name} has nobody who may sign in`);
  }
  return person;
}

export function selectPerson(c: Context, username: string): void {
  setCookie(c, PERSON, username, { path: '/', sameSite: 'Strict', httpOnly: true });
}

/** The looks that were chosen in the bar. SLDS 1 is always light, as in an org: only SLDS 2 has a dark mode. */
export function selectedAppearance(c: Context): Appearance {
  const designSystem = oneOf(DESIGN_SYSTEMS, getCookie(c, DESIGN_SYSTEM));
  const theme = oneOf(THEMES, getCookie(c, THEME));
  return { designSystem, theme: designSystem === 'slds1' ? 'light' : theme };
}

/** The value if it is one of these; otherwise the first. */
function oneOf<T extends string>(values: readonly [T, ...T[]], value: string | undefined): T {
  return values.find((candidate) => candidate === value) ?? values[0];
}

/** The language that was chosen in the bar, if it is still offered. */
export function selectedLanguage(c: Context, offered: readonly string[]): string | undefined {
  const language = getCookie(c, LANGUAGE);
  return offered.find((candidate) => candidate === language);
}

/** Keeps the language of `?language=de` for this page and every later one, and redirects to the URL without it. */
export function keepRequestedLanguage(offered: () => readonly string[]): MiddlewareHandler {
  return async (c, next) => {
    const language = c.req.query('language');
    if (language === undefined || !offered().includes(language)) {
      await next();
      return;
    }
    setCookie(c, LANGUAGE, language, { path: '/', sameSite: 'Strict', httpOnly: true });
    // The path stays encoded, because a decoded line break is no part of a header.
    const url = new URL(c.req.url);
    url.searchParams.delete('language');
    return c.redirect(`${url.pathname}${url.search}`);
  };
}
