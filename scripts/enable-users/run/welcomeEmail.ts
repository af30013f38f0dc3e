import { listAt, textAt } from 'sf-cli/json';
import { done, type Reply } from '../transports/orgAnswer.ts';
import { withRetries } from '../transports/retries.ts';
import type { Sending } from './sendCollections.ts';

/** The sites whose welcome mail was switched off, until it is on again. */
const KEY = 'welcomeEmailOff';

type Switching = Pick<Sending, 'store' | 'api' | 'clock' | 'progress'>;

/**
 * Switches "Send welcome email" off at every live site that has it on. Object reference: Network can be updated, and its
 * OptionsSendWelcomeEmail too. Written down before the first request, so that a resume knows what to restore.
 */
export async function suppressWelcomeEmail(switching: Switching): Promise<Reply<null>> {
  const { store, api, clock, progress } = switching;
  if (sitesOf(switching).length > 0) return done(null);
  const sites = await withRetries(
    () => api.query("SELECT Id, Name FROM Network WHERE OptionsSendWelcomeEmail = true AND Status = 'Live'"),
    clock
  );
  if (sites.kind === 'refused') return sites;
  store.setMeta(KEY, JSON.stringify(sites.value.map((site) => textAt(site, 'Id'))));
  const names = sites.value.map((site) => textAt(site, 'Name'));
  if (names.length > 0) {
    progress.note(
      `Welcome mail is off for the time of the run at ${names.join(', ')}: for everybody who becomes a member meanwhile.`
    );
  }
  return switchAll(switching, false);
}

/** Switches it on again where this run switched it off. */
export async function restoreWelcomeEmail(switching: Switching): Promise<Reply<null>> {
  const reply = await switchAll(switching, true);
  if (reply.kind === 'done') switching.store.setMeta(KEY, '[]');
  return reply;
}

/** Ids of the sites whose welcome mail this run holds back just now. */
export function sitesOf({ store }: Pick<Sending, 'store'>): readonly string[] {
  const ids: unknown = JSON.parse(store.meta(KEY) ?? '[]');
  return listAt({ ids }, 'ids').map(String);
}

async function switchAll(switching: Switching, isOn: boolean): Promise<Reply<null>> {
  const { api, clock } = switching;
  for (const id of sitesOf(switching)) {
    const body = { OptionsSendWelcomeEmail: isOn };
    const reply = await withRetries(() => api.send('PATCH', `/sobjects/Network/${id}`, body), clock);
    if (reply.kind === 'refused') return reply;
  }
  return done(null);
}
