import { resolve } from 'node:path';
import { displayText } from 'c/externalUserRules';
import { known } from 'sf-cli/answer';
import { listAt, textAt } from 'sf-cli/json';
import type { Store } from '../store/store.ts';
import { openWelcomeEmailRecord, type SiteName, type WelcomeEmailRecord } from '../store/welcomeEmailRecord.ts';
import { unreadable, type OrgAnswer } from '../transports/orgAnswer.ts';
import { withRetries } from '../transports/retries.ts';
import type { WriteApi } from '../transports/writeApi.ts';
import { awaitMembers, MEMBERS_TOTAL } from './awaitMembers.ts';
import type { RunContext } from './openRun.ts';
import { releaseEndedRuns } from './otherRuns.ts';
import { sayNote } from './sayNote.ts';
import { findSitesThatSend, WELCOME_EMAIL_ON, welcomeEmailRefusal } from './sitesThatSend.ts';

/** How often the record is tried to be opened, a second apart, while another run switches the sites. */
const MOST_TRIES = 120;

/**
 * Switches "Send welcome email" off at every site that has it on. Network.OptionsSendWelcomeEmail can be updated (Object
 * Reference, Network). Sites and run are recorded before the first request, so that a crash leaves what is to be restored.
 * Refused where the person may not see or change a site.
 */
export async function suppressWelcomeEmail(run: RunContext): Promise<OrgAnswer<null>> {
  const { store } = run;
  return withRecord(run, async (record) => {
    const sites = await findSitesThatSend(run);
    if (sites.kind === 'refused') return sites;
    record.join(resolve(run.folder));
    record.addSites(sites.value);
    saveSuppression(store, record.sites());
    store.setMeta('welcomeEmailMessage', '');
    const switched = await switchAll(run, sites.value, false);
    if (switched.kind === 'known') {
      if (sites.value.length > 0) {
        const sentence = `Welcome email is off for the time of the run at ${namesOf(record.sites())}, for every new member.`;
        sayNote(run, { code: 'welcomeEmailOff', accountId: '', sentence });
      }
      return switched;
    }
    const undone = await switchAll(run, switched.failure.code === 'noAccess' ? switched.before : [], true);
    if (switched.failure.code !== 'noAccess' || undone.kind === 'refused') return switched;
    leave(run, record);
    const { name } = switched.site;
    return welcomeEmailRefusal(
      `Welcome email can’t be suppressed: the site ${displayText(name)} can’t be changed (${switched.message}). The permission Create and Set Up Experiences allows it.`
    );
  });
}

/** Looks again before users are sent: somebody may have switched welcome email on meanwhile, or published a new site. */
export async function checkWelcomeEmail(run: RunContext): Promise<OrgAnswer<null>> {
  if (suppressedSites(run.store) === null) return known(null);
  const sites = await findSitesThatSend(run);
  if (sites.kind === 'refused') return sites;
  return sites.value.length === 0
    ? known(null)
    : welcomeEmailRefusal(
        `Somebody switched welcome email on at ${namesOf(sites.value)} while the run was under way, so that it stopped.`,
        WELCOME_EMAIL_ON
      );
}

/** `waiting`: some of the new users are no members yet, so that the sites stay as they are. */
export type Restored = 'restored' | 'waiting';

/**
 * Switches it on again after the new users became members, unless another run needs it off. `isForced` doesn't wait for
 * them, so that they may get a mail.
 */
export async function restoreWelcomeEmail(run: RunContext, isForced = false): Promise<OrgAnswer<Restored>> {
  const { store, folder } = run;
  const suppressed = suppressedSites(store);
  if (suppressed === null) return known('restored');
  const missing = isForced ? known(0) : await awaitMembers(run, suppressed, MEMBERS_TOTAL);
  if (missing.kind === 'refused') return missing;
  if (missing.value > 0) {
    store.setMeta('welcomeEmailMessage', waitingSentence(missing.value, suppressed));
    return known('waiting');
  }
  return withRecord(run, async (record): Promise<OrgAnswer<Restored>> => {
    // A folder that came from another machine knows its sites itself.
    const sites = record.owners().includes(resolve(folder)) ? record.sites() : suppressed;
    const other = await releaseEndedRuns(run, record);
    if (other.kind === 'refused') return other;
    if (other.value === null) {
      const restored = await switchAll(run, sites, true);
      if (restored.kind === 'refused') return restored;
    }
    leave(run, record);
    store.setMeta(
      'welcomeEmailMessage',
      other.value === null ? '' : `Welcome email stays off at ${namesOf(sites)} until the run in ${other.value} ends.`
    );
    return known('restored');
  });
}

function waitingSentence(missing: number, sites: readonly SiteName[]): string {
  return `Welcome email is still off at ${namesOf(sites)}: at least ${String(missing)} of the new users are no members there yet, and would be mailed. Resume the run later to switch it on, or now with --restore-welcome-email.`;
}

/** The sites at which this run keeps welcome email off; null where it does not suppress it. */
export function suppressedSites(store: Store): readonly SiteName[] | null {
  const saved: unknown = JSON.parse(store.meta('welcomeEmailOff') ?? 'null');
  if (saved === null) return null;
  return listAt({ saved }, 'saved').map((site) => ({ id: textAt(site, 'id'), name: textAt(site, 'name') }));
}

function saveSuppression(store: Store, sites: readonly SiteName[] | null): void {
  store.setMeta('welcomeEmailOff', JSON.stringify(sites));
}

function leave({ store, folder }: RunContext, record: WelcomeEmailRecord): void {
  record.leave(resolve(folder));
  if (record.owners().length === 0) record.forgetSites();
  saveSuppression(store, null);
}

function namesOf(sites: readonly SiteName[]): string {
  return sites.map(({ name }) => displayText(name)).join(', ');
}

/** One run at a time switches sites and changes the record. */
async function withRecord<Value>(
  { stateFolder, clock }: RunContext,
  work: (record: WelcomeEmailRecord) => Promise<OrgAnswer<Value>>
): Promise<OrgAnswer<Value>> {
  for (let attempt = 1; attempt <= MOST_TRIES; attempt++) {
    const record = openWelcomeEmailRecord(stateFolder);
    if (record === null) {
      await clock.sleep(1000);
      continue;
    }
    try {
      return await work(record);
    } finally {
      record.close();
    }
  }
  return welcomeEmailRefusal('Another run on this machine is switching welcome email of the org on or off.');
}

type Switched =
  | { readonly kind: 'known'; readonly value: null }
  | (Extract<OrgAnswer<null>, { kind: 'refused' }> & { readonly site: SiteName; readonly before: readonly SiteName[] });

async function switchAll({ api, clock }: RunContext, sites: readonly SiteName[], isOn: boolean): Promise<Switched> {
  for (const [index, site] of sites.entries()) {
    const body = { OptionsSendWelcomeEmail: isOn };
    const switched = await withRetries(() => updateSite(api, site.id, body), clock);
    // A site that was deleted meanwhile mails nobody.
    if (switched.kind === 'refused' && switched.failure.code !== 'notFound') {
      return { ...switched, site, before: sites.slice(0, index) };
    }
  }
  return { kind: 'known', value: null };
}

/** "204 No Content" says that the site was changed (REST API Developer Guide, "Update a Record"); a body says something else. */
async function updateSite(api: WriteApi, id: string, body: object): Promise<OrgAnswer<unknown>> {
  const answer = await api.send('PATCH', `/sobjects/Network/${id}`, body);
  return answer.kind === 'known' && answer.value !== undefined
    ? unreadable('The answer doesn’t say that the site was changed.')
    : answer;
}
