import type { Locator, Page } from '@playwright/test';
import { press } from '../../../scripts/shared/browser/enabling.ts';
import { readEnglish, readTranslation, shippedLanguages } from '../../../scripts/shared/labelFiles.ts';
import { cardOf } from './card.ts';
import { expect, test } from './harness.ts';

/** Each shipped language leaves no English label from the contact's page to the new user. */

const NAME = 'Amélie Dubois';

type Words = (label: string) => string;

function wordsOf(language: string): Words {
  const texts = new Map(readTranslation(language));
  return (label) => texts.get(`ExternalUser_${label}`) ?? label;
}

/** Matches an English label on screen; a single word must be the whole text. */
function englishPatterns(language: string): readonly RegExp[] {
  const own = new Set(readTranslation(language).map(([, text]) => text));
  // The German plural of Profil equals the English word.
  return readEnglish()
    .filter(([, text]) => !own.has(text))
    .map(([, text]) => {
      // `{0}` stands for a value; `{email}` appears as it is.
      const words = text.replace(/[.*+?^$()|[\]{}\\]/g, '\\$&').replace(/\\\{\d\\\}/g, '.+');
      return new RegExp(text.includes(' ') ? words : `^${words}$`, 'u');
    });
}

/** A line of the accessibility tree: `- role "name" [state]: text`, quoted if YAML requires it. */
const LINE = /^\s*- '?[\w/]+(?: "((?:[^"\\]|\\.)*)")?(?: \[[^\]]*\])*'?:?(?: ["']?(.*?)["']?)?$/u;

/** Returns texts and names as assistive technology gets them. */
async function textsIn(place: Locator): Promise<readonly string[]> {
  const tree = await place.ariaSnapshot();
  return tree.split('\n').flatMap((line) => {
    const [, name = '', text = ''] = LINE.exec(line) ?? ['', '', line];
    return [name, text].filter((words) => words !== '');
  });
}

async function expectNoEnglish(place: Locator, language: string): Promise<void> {
  const patterns = englishPatterns(language);
  const texts = await textsIn(place);
  expect(texts.length).toBeGreaterThan(5);
  expect(texts.filter((text) => patterns.some((pattern) => pattern.test(text)))).toEqual([]);
}

/** Opens the action on the contact's page in the language that the address names. */
async function openIn(page: Page, language: string, words: Words): Promise<Locator> {
  await page.goto(`/lightning/o/Contact/list?language=${language}`);
  await page.getByRole('link', { name: NAME, exact: true }).click();
  await page.getByRole('button', { name: words('Title'), exact: true }).click();
  return page.getByRole('dialog', { name: words('Title'), exact: true });
}

async function chooseCustomer(dialog: Locator, words: Words): Promise<void> {
  await dialog.getByText(words('KindCustomer'), { exact: true }).click();
  await dialog.getByRole('combobox', { name: words('FieldProfileId'), exact: true }).click();
  const name = dialog.page().getByText('Acme Customer', { exact: true });
  await dialog.getByRole('option').filter({ has: name }).click();
}

for (const language of shippedLanguages()) {
  test(`every text is in ${language}`, async ({ page }) => {
    const words = wordsOf(language);
    const dialog = await openIn(page, language, words);
    await expect(page.locator('html')).toHaveAttribute('lang', language.replace('_', '-'));
    await press(dialog, words('ShowChecks'));
    await expectNoEnglish(dialog, language);

    await press(dialog, words('Next'));
    await chooseCustomer(dialog, words);
    await expectNoEnglish(dialog, language);

    await press(dialog, words('Create'));
    const headline = words('NowCanLogIn').replace('{0}', NAME).replace('{1}', 'Acme Help');
    await expect(dialog.getByText(headline, { exact: true })).toBeVisible();
    await expectNoEnglish(dialog, language);
    await press(dialog, words('Done'));

    const card = cardOf(page, words('CardTitle'));
    await press(card, words('Deactivate'));
    await expect(card.getByRole('group')).toBeVisible();
    await expectNoEnglish(card, language);
  });
}

test.describe('320 px wide', () => {
  test.use({ viewport: { width: 320, height: 640 } });

  test('the longer German words fit', async ({ page }) => {
    const words = wordsOf('de');
    const dialog = await openIn(page, 'de', words);
    await press(dialog, words('ShowChecks'));
    await expectNoSidewaysScroll(dialog);
    await press(dialog, words('Next'));
    await chooseCustomer(dialog, words);
    await expectNoSidewaysScroll(dialog);
    await press(dialog, words('Create'));
    await expect(dialog.getByRole('button', { name: words('Done'), exact: true })).toBeVisible();
    await expectNoSidewaysScroll(dialog);
  });
});

/** Expects that nothing in the window scrolls sideways or leaves the screen. */
async function expectNoSidewaysScroll(dialog: Locator): Promise<void> {
  const tooWide = await dialog.locator('*').evaluateAll((elements) =>
    elements
      .filter((element) => {
        const { left, right } = element.getBoundingClientRect();
        const scrolls = /auto|scroll/.test(getComputedStyle(element).overflowX);
        return left < 0 || right > innerWidth || (scrolls && element.scrollWidth > element.clientWidth);
      })
      .map(({ outerHTML }) => outerHTML.slice(0, 150))
  );
  expect(tooWide).toEqual([]);
}
