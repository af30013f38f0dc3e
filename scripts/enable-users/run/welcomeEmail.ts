import { known } from 'sf-cli/answer';
import { listAt, textAt } from 'sf-cli/json';
import type { Store } from '../store/store.ts';
import type { OrgAnswer } from '../transports/orgAnswer.ts';
import { withRetries } from '../transports/retries.ts';
import type { RunContext } from './openRun.ts';

/**
 * Switches "Send welcome email" off at every live site that has it on. Network.OptionsSendWelcomeEmail can be updated
 * (Object Reference, Network). The sites are saved before the first request, so that a resume knows what to restore.
 */
export async function suppressWelcomeEmail(run: RunContext): Promise<OrgAnswer<null>> {
  const { store, api, clock, progress } = run;
  if (sitesWithoutWelcomeEmail(store).length > 0) return known(null);
  const sites = await withRetries(
    () => api.query("SELECT Id, Name FROM Network WHERE OptionsSendWelcomeEmail = true AND Status = 'Live'"),
    clock
  );
  if (sites.kind === 'refused') return sites;
  store.setMeta('welcomeEmailOff', JSON.stringify(sites.value.map((site) => textAt(site, 'Id'))));
  const names = sites.value.map((site) => textAt(site, 'Name'));
  if (names.length > 0) {
    progress.note(
      `Welcome mail is off for the time of the run at ${names.join(', ')}: for everybody who becomes a member meanwhile.`
    );
  }
  return switchAll(run, false);
}

/** Switches it on again where this run switched it off. */
export async function restoreWelcomeEmail(run: RunContext): Promise<OrgAnswer<null>> {
  const restored = await switchAll(run, true);
  if (restored.kind === 'known') run.store.setMeta('welcomeEmailOff', '[]');
  return restored;
}

/** Ids of the sites whose welcome email this run has switched off, and not on again. */
export function sitesWithoutWelcomeEmail(store: Store): readonly string[] {
  const ids: unknown = JSON.parse(store.meta('welcomeEmailOff') ?? '[]');
  return listAt({ ids }, 'ids').map(String);
}

async function switchAll({ store, api, clock }: RunContext, isOn: boolean): Promise<OrgAnswer<null>> {
  for (const id of sitesWithoutWelcomeEmail(store)) {
    const body = { OptionsSendWelcomeEmail: isOn };
    const switched = await withRetries(() => api.send('PATCH', `/sobjects/Network/${id}`, body), clock);
    if (switched.kind === 'refused') return switched;
  }
  return known(null);
}
