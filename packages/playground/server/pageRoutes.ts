import { Hono } from 'hono';
import type { LocalOrg, StartingOrgSummary } from 'sfdx-local-org';
import type { ComponentSource } from '../source/componentSource.ts';
import { LABEL_LANGUAGE } from './language.ts';
import { firstPage, makePageContext } from './pageContext.ts';
import { hostPage } from './pageHtml.ts';
import { readUserLanguage } from './personModules.ts';
import { keepRequestedLanguage, selectedLanguage, selectedPerson, selectedAppearance } from './selection.ts';

const PAGES = ['/lightning/*', '/flow/*', '/playground/component/:bundle', '/playground/outbox', '/playground/users'];

export interface PageOptions {
  readonly localOrg: LocalOrg;
  readonly startingOrgs: readonly StartingOrgSummary[];
  /** The URL of each module that every page has, by its name. */
  readonly imports: () => Readonly<Record<string, string>>;
  readonly shownSource: () => ComponentSource;
  readonly offeredLanguages: () => readonly string[];
}

/** The pages on which components run. All have the same HTML; the host reads from the URL what it shows. */
export function pageRoutes({ localOrg, startingOrgs, imports, shownSource, offeredLanguages }: PageOptions): Hono {
  const app = new Hono();

  const keepLanguage = keepRequestedLanguage(offeredLanguages);

  app.get('/', keepLanguage, (c) => c.redirect(firstPage(localOrg)));

  app.on('GET', PAGES, keepLanguage, async (c) => {
    c.header('Cache-Control', 'no-store');
    const appearance = selectedAppearance(c);
    const source = shownSource();
    const refused = source.prepareOrg();
    const person = selectedPerson(c, localOrg);
    const languages = offeredLanguages();
    const { LanguageLocaleKey: spoken } = await readUserLanguage(localOrg, person, selectedLanguage(c, languages));
    const language = languages.find((offered) => offered === spoken) ?? LABEL_LANGUAGE;
    const modules = await source.modules(language);
    const context = makePageContext(localOrg, { person, language, languages, startingOrgs, source, refused });
    return c.html(
      hostPage({ context, appearance, importMap: { ...imports(), ...modules.imports }, labels: modules.labels })
    );
  });

  return app;
}
