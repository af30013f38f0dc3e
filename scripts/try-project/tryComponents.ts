import type { Browser, Locator, Page, Response } from '@playwright/test';
import type { LocalOrg, NotTaken } from 'sfdx-local-org';
import type { ExposedComponent } from 'sfdx-playground';
import { listAt, textAt } from 'sf-cli/json';
import { API_VERSION } from '../shared/sf/connectApi.ts';
import { countRequests } from './quietPage.ts';
import { outcomeOf, type Outcome, type Seen } from './outcome.ts';

/** Milliseconds; the first page waits for the build of all components. */
const FIRST_PAGE = 300_000;
const PAGE = 60_000;
/** What a component may take to ask the org and to draw the answers. */
const SETTLED = 10_000;
const HTTP_NOT_FOUND = 404;
/** Most of the time of a page is waiting. */
const PAGES_AT_A_TIME = 4;

/**
 * Opens each component on a page of its own, a few at a time, and says what came of it. The first page is alone, because the
 * others would wait for the same build. The pages share what they loaded.
 */
export async function tryComponents(
  browser: Browser,
  url: string,
  components: readonly ExposedComponent[],
  notTaken: readonly NotTaken[],
  recordOf: (component: ExposedComponent) => Promise<string>,
  onOutcome: (outcome: Outcome) => void
): Promise<Outcome[]> {
  const context = await browser.newContext({ baseURL: url });
  const tryOne = async (component: ExposedComponent, timeout: number): Promise<Outcome> => {
    const path = `/playground/component/${component.bundle}?${await recordOf(component)}`;
    const page = await context.newPage();
    const outcome = outcomeOf(component, await see(page, path, timeout), notTaken);
    await page.close();
    onOutcome(outcome);
    return outcome;
  };
  const [first, ...others] = components;
  if (first === undefined) return [];
  const outcomes = [await tryOne(first, FIRST_PAGE)];
  const waiting = others.entries();
  const takeTurns = async (): Promise<void> => {
    for (const [index, component] of waiting) outcomes[index + 1] = await tryOne(component, PAGE);
  };
  await Promise.all(Array.from({ length: PAGES_AT_A_TIME }, takeTurns));
  await context.close();
  return outcomes;
}

async function see(page: Page, path: string, timeout: number): Promise<Seen> {
  const errors: string[] = [];
  const answers: Promise<string[]>[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  const missingFiles: string[] = [];
  page.on('response', (response) => {
    const { pathname } = new URL(response.url());
    if (pathname.startsWith('/services/')) answers.push(messagesOf(response));
    else if (response.status() === HTTP_NOT_FOUND) missingFiles.push(pathname);
  });
  const requests = countRequests(page);
  const pageProblem = await open(page, path, timeout);
  // A component may ask again and again; then its first answers are enough.
  if (pageProblem === null) await requests.quiet(SETTLED);
  return {
    problems: await page.locator('.playground-problem').evaluateAll(namesAndMessages),
    refusals: await page.locator('.playground-refusals li').allTextContents(),
    answers: (await Promise.all(answers)).flat(),
    missingFiles,
    errors,
    isEmpty: await isEmpty(page.locator('host-page-component')),
    pageProblem
  };
}

/** `c/card: Failed to resolve …` of each card for a component that failed or was refused. */
function namesAndMessages(cards: readonly Element[]): string[] {
  return cards.map((card) => {
    const [, name = ''] = /^The component (\S*)/u.exec(card.querySelector('h2')?.textContent ?? '') ?? [];
    return `${name}: ${card.querySelector('p')?.textContent ?? ''}`;
  });
}

/** A page that was not there has no such place either. */
async function isEmpty(place: Locator): Promise<boolean> {
  const texts = await place.allInnerTexts();
  const drawn = await place.locator('img, svg, canvas, iframe, input, button').count();
  return texts.join('').trim() === '' && drawn === 0;
}

/** Answers why there is no page with its bar, the component's place, and in it the component or a card. */
async function open(page: Page, path: string, timeout: number): Promise<string | null> {
  const response = await page.goto(path, { timeout });
  if (response?.ok() !== true) return `The page answered ${String(response?.status() ?? 'nothing')}`;
  for (const part of ['host-bar', 'host-page-component', 'host-page-component > *']) {
    const isThere = await page
      .locator(part)
      .first()
      .waitFor({ state: 'attached', timeout })
      .then(
        () => true,
        () => false
      );
    if (!isThere) return `The page has no ${part}`;
  }
  return null;
}

/** The messages in an answer of the org's APIs, wherever they stand in it. */
async function messagesOf(response: Response): Promise<string[]> {
  // The page may be left before the answer is there.
  const text = await response.text().catch(() => '');
  return [...text.matchAll(/"message":\s*("(?:[^"\\]|\\.)*")/gu)].map(([, message = '""']) =>
    String(JSON.parse(message))
  );
}

/** The query of the page: a record of the first object that the component names, or a contact. */
export async function recordQuery(
  localOrg: Pick<LocalOrg, 'fetch' | 'org' | 'people'>,
  origin: string,
  { objects }: ExposedComponent
): Promise<string> {
  const [object = 'Contact'] = objects.includes('Contact') ? ['Contact'] : objects;
  const recordId = object === 'Contact' ? localOrg.org.defaultContactId : await firstRecord(localOrg, origin, object);
  return new URLSearchParams({ objectApiName: object, recordId }).toString();
}

async function firstRecord(
  localOrg: Pick<LocalOrg, 'fetch' | 'people'>,
  origin: string,
  object: string
): Promise<string> {
  const query = new URLSearchParams({ q: `SELECT Id FROM ${object} LIMIT 1` });
  const [administrator] = localOrg.people;
  const response = await localOrg.fetch(
    new Request(`${origin}/services/data/v${API_VERSION}/query?${query.toString()}`, {
      headers: { Authorization: `Bearer ${administrator?.accessToken ?? ''}` }
    })
  );
  const answer: unknown = await response.json();
  // An object that the org lacks has no record, which the component will say.
  return firstId(answer);
}

function firstId(answer: unknown): string {
  const [record]: readonly unknown[] = listAt(answer, 'records');
  return textAt(record, 'Id');
}
