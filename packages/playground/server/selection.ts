import type { Context, MiddlewareHandler } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { LocalOrg, Person } from 'sfdx-local-org';

const PERSON = 'playground-person';
const THEME = 'playground-theme';
const LANGUAGE = 'playground-language';

const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

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

export function selectedTheme(c: Context): Theme {
  const theme = getCookie(c, THEME);
  return THEMES.find((candidate) => candidate === theme) ?? 'system';
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
