import { isJson, listAt, textAt, valueAt } from 'sf-cli/json';
import type { SfAnswer } from 'sf-cli/sf';
import { SITE } from '../demo.ts';
import type { DemoState } from '../demoState.ts';
import { query, quoted } from '../../shared/sf/records.ts';
import { connect } from '../../shared/sf/connectApi.ts';
import { done, refusedBy, type DemoEnd, type DemoStep, type Tools } from '../demoStep.ts';

const PAUSE = 5_000;
/** Ten minutes and more, as a query takes its time too. Source: Salesforce CLI, `community create`. */
const MOST_LOOKS = 100;

/**
 * The site from its template. It is made in the background: the Network is there when that is done.
 * Source: Connect REST API, "Experience Cloud Sites Resources"; `sf community create` calls the same, but is in a
 * plugin that the CLI would have to install first.
 */
export const createSite: DemoStep = {
  name: 'site',
  title: 'Create the site',
  run: async (state, tools) => {
    const known = await findSite(state, tools);
    if (known !== null) return known;
    const answer = await connect(tools.sf, state.username, 'POST', '/communities', {
      ...SITE,
      description: 'Where the demo’s customers and partners are members.'
    });
    if (answer.kind === 'refused' && !isUnderWay(answer)) return refusedBy(answer);
    return waitForSite(state, textAt(answer.result, 'body', 'jobId'), tools);
  }
};

async function findSite(state: DemoState, { sf }: Tools): Promise<DemoEnd | null> {
  const { username } = state;
  const sites = await query(sf, username, `SELECT Id FROM Network WHERE Name = ${quoted(SITE.name)}`);
  if (sites.kind === 'refused') return refusedBy(sites);
  const [site] = sites.rows;
  return site === undefined ? null : done({ ...state, siteId: textAt(site, 'Id') }, SITE.name);
}

/** A run before this one asked for it, and its Network is not there yet: the name is taken. */
function isUnderWay(answer: SfAnswer): boolean {
  const errors = listAt(answer.result, 'body').filter(isJson);
  return errors.some((error) => /already (?:exists|taken)|different name/iu.test(textAt(error, 'message')));
}

async function waitForSite(state: DemoState, jobId: string, tools: Tools): Promise<DemoEnd> {
  for (let look = 0; look < MOST_LOOKS; look += 1) {
    const site = await findSite(state, tools);
    if (site !== null) return site;
    const reason = jobId === '' ? null : await reasonOfFailure(state, jobId, tools);
    if (reason !== null) return reason;
    await tools.pause(PAUSE);
  }
  return {
    kind: 'failed',
    message: 'the site is not there after ten minutes.',
    details: [],
    todo: 'start again: it waits for the same site. Setup, All Sites shows it once it is made.'
  };
}

async function reasonOfFailure(state: DemoState, jobId: string, { sf }: Tools): Promise<DemoEnd | null> {
  const jobs = await query(
    sf,
    state.username,
    `SELECT Status, Error FROM BackgroundOperation WHERE Id = ${quoted(jobId)}`
  );
  if (jobs.kind === 'refused') return refusedBy(jobs);
  const [job] = jobs.rows;
  if (valueAt(job, 'Status') !== 'Error') return null;
  return {
    kind: 'failed',
    message: textAt(job, 'Error') || 'the org gave no reason.',
    details: [],
    todo: 'make the site by hand in Setup, All Sites, with the name Demo, and start again.'
  };
}
