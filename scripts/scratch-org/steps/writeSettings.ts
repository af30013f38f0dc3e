import { valueAt } from 'sf-cli/json';
import { API_VERSION, connect } from '../../shared/sf/connectApi.ts';
import { deploymentFailure, failureOf } from '../../shared/sf/failure.ts';
import { dayOf } from '../../shared/settings/day.ts';
import { deployProfileRecords } from '../../shared/settings/deployProfileRecords.ts';
import { loginUrlOf } from '../../shared/settings/loginUrl.ts';
import type { ProfileRecord } from '../../shared/settings/profileRecord.ts';
import { CUSTOMER_LICENSE, CUSTOMER_PROFILE, PARTNER_PROFILE, SITE } from '../demo.ts';
import { done, type DemoStep, type PreparationTools } from '../demoStep.ts';

/**
 * Writes down for whom the site is, where its members log in, and that it sends mail: the sales-ops user can't see sites
 * [F-118]. In an org of one's own, `npm run doctor -- --write-settings` does the same.
 */
export const writeSettings: DemoStep<PreparationTools> = {
  name: 'settings',
  title: 'Write the site’s log-in page into the settings of the demo’s profiles',
  run: async (state, { sf, today }) => {
    const answer = await connect(sf, state.username, 'GET', '/communities');
    if (answer.kind === 'refused') return failureOf(answer);
    const site = { id: state.siteId, urlPathPrefix: SITE.urlPathPrefix };
    const loginUrl = loginUrlOf(site, valueAt(answer.value, 'body'), state.url);
    const records = profileRecords(loginUrl, dayOf(today()));
    const deployment = await deployProfileRecords(sf, state.username, API_VERSION, records);
    return deployment.kind === 'refused' ? deploymentFailure(deployment) : done(state, loginUrl);
  }
};

/** The allow-list of the demo: the profiles of its metadata, which are members of its site. */
function profileRecords(loginUrl: string, day: string): readonly ProfileRecord[] {
  return [
    { name: CUSTOMER_PROFILE, license: CUSTOMER_LICENSE, kind: 'customer' },
    { name: PARTNER_PROFILE, license: 'Partner Community', kind: 'partner' }
  ].map(({ name, license, kind }, index) => ({
    developerName: name.replaceAll(' ', '_'),
    label: name,
    fields: {
      Profile__c: name,
      License__c: license,
      Kind__c: kind,
      Site__c: SITE.name,
      Login_Url__c: loginUrl,
      Sends_Welcome_Email__c: true,
      Read_On__c: day,
      Default__c: true,
      Order__c: index + 1
    }
  }));
}
