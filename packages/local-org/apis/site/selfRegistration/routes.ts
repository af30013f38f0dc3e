import { Hono, type Context } from 'hono';
import { checkEmailPath, homePath, selfRegisterPath } from '../../../engine/login/sitePaths.ts';
import type { Org } from '../../../engine/org/org.ts';
import type { StoredRecord } from '../../../engine/storage/record.ts';
import { forgotPasswordSentPage } from '../pages/forgotPasswordPage.ts';
import { noSuchPage } from '../pages/standardPages.ts';
import { readForm, requireLiveSite, type SiteEnv } from '../requests.ts';
import { register } from './register.ts';
import { readRegistration } from './requests.ts';
import { selfRegisterPage } from './selfRegisterPage.ts';
import { settingsOf } from './selfRegistrationSettings.ts';

/**
 * `/<site>/s/login/SelfRegister`, the address in sites from Aura templates, and `/<site>/SelfRegister`, the one in LWR sites, which
 * redirects to it. Neither exists while self-registration is off.
 */
export function selfRegisterRoutes(
  org: () => Org,
  enter: (c: Context, site: StoredRecord, userId: string) => void
): Hono<SiteEnv> {
  const app = new Hono<SiteEnv>();
  const liveSite = requireLiveSite(org);

  app.get('/:site/SelfRegister', liveSite, (c) => c.redirect(selfRegisterPath(c.var.site), 303));

  app.get('/:site/s/login/SelfRegister', liveSite, (c) => {
    const settings = settingsOf(org(), c.var.site);
    if (settings === null) return c.html(noSuchPage(c.var.site), 404);
    return c.html(
      selfRegisterPage(
        c.var.site,
        settings,
        readRegistration(() => '', settings),
        null
      )
    );
  });

  app.post('/:site/s/login/SelfRegister', liveSite, async (c) => {
    const { site } = c.var;
    const settings = settingsOf(org(), site);
    if (settings === null) return c.html(noSuchPage(site), 404);
    const form = readRegistration(await readForm(c), settings);
    const registration = register(org(), site, settings, form);
    switch (registration.kind) {
      case 'refused':
        return c.html(selfRegisterPage(site, settings, form, registration), 400);
      case 'mailed':
        return c.redirect(checkEmailPath(site), 303);
      case 'registered':
        enter(c, site, registration.userId);
        return c.redirect(homePath(site), 303);
    }
  });

  app.get('/:site/s/login/CheckPasswordResetEmail', liveSite, (c) => c.html(forgotPasswordSentPage(c.var.site)));
  return app;
}
