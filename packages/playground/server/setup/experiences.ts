import { Hono, type Context } from 'hono';
import { html } from 'hono/html';
import { readCommunitiesSettings, updateCommunitiesSettings } from '../../org/communitiesSettings.ts';
import { selectedPerson } from '../selection.ts';
import { checkboxField, form, readForm } from './forms.ts';
import { homeOf, ifMay, saved, showSetup, type SetupOrg } from './setupPage.ts';

const NODE = 'NetworkSettings';
const PERMISSION = ['Customize Application', 'CustomizeApplication'] as const;

/** Turns Digital Experiences on, and then allows standard external profiles [F-011]. */
export function experienceRoutes(localOrg: SetupOrg): Hono {
  const app = new Hono();

  app.get(`/${NODE}/home`, (c) => showSettings(c, localOrg));

  app.post(`/${NODE}/save`, async (c) => {
    const posted = await readForm(c.req.raw);
    const person = selectedPerson(c, localOrg);
    const before = await readCommunitiesSettings(localOrg, person);
    const changes =
      before?.enableNetworksEnabled === true
        ? { enableOotbProfExtUserOpsEnable: posted('standardProfiles') === 'on' }
        : { enableNetworksEnabled: posted('experiences') === 'on' };
    const refusal = await updateCommunitiesSettings(localOrg, person, changes);
    return refusal === null ? saved(c, homeOf(NODE)) : showSettings(c, localOrg, refusal);
  });

  return app;
}

async function showSettings(c: Context, localOrg: SetupOrg, refusal: string | null = null): Promise<Response> {
  const settings = await readCommunitiesSettings(localOrg, selectedPerson(c, localOrg));
  const isOn = settings?.enableNetworksEnabled === true;
  const content = ifMay(c, localOrg, PERMISSION, () =>
    settings === null
      ? html`<p>To see these settings, you need the permission Modify Metadata Through Metadata API Functions.</p>`
      : form(`/lightning/setup/${NODE}/save`, 'Save', [
          checkboxField('experiences', 'Enable Digital Experiences', isOn, isOn),
          isOn
            ? checkboxField(
                'standardProfiles',
                'Allow using standard external profiles for self-registration, user creation, and login',
                settings.enableOotbProfExtUserOpsEnable
              )
            : html`<p>Once Digital Experiences are enabled, they can’t be disabled.</p>`
        ])
  );
  return showSetup(c, { node: NODE, title: 'Digital Experiences Settings', content: [content], refusal });
}
