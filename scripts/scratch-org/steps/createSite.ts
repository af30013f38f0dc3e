import { isJson, listAt, textAt, valueAt } from 'sf-cli/json';
import type { SfRefusal } from 'sf-cli/sf';
import { connect } from '../../shared/sf/connectApi.ts';
import { failureOf } from '../../shared/sf/failure.ts';
import { query } from '../../shared/sf/records.ts';
import { quoted } from '../../shared/soql.ts';
import { SITE } from '../demo.ts';
import type { DemoState } from '../demoState.ts';
import { done, type DemoEnd, type DemoStep, type PreparationTools } from '../demoStep.ts';

const PAUSE = 5_000;
/** Ten minutes of pauses, and the time of the queries. Source: Salesforce CLI, `community create`. */
const MOST_QUERIES = 100;

/**
 * Creates the site from its template. The org works in the background and creates the Network at the end.
 * Source: Connect REST API, "Experience Cloud Sites Resources"; `sf community create` calls the same, but the CLI would
 * have to install its plugin first.
 */
export const createSite: DemoStep<PreparationTools> = {
  name: 'site',
  title: 'Create the site',
  run: async (state, tools) => {
    const existing = await findSite(state, tools);
    if (existing !== null) return existing;
    const answer = await connect(tools.sf, state.username, 'POST', '/communities', {
      ...SITE,
      description: 'Where the demo’s customers and partners are members.'
    });
    if (answer.kind === 'refused' && !isUnderWay(answer)) return failureOf(answer);
    const jobId = answer.kind === 'known' ? textAt(answer.value, 'body', 'jobId') : '';
    return waitForSite(state, jobId, tools);
  }
};

async function findSite(state: DemoState, { sf }: PreparationTools): Promise<DemoEnd | null> {
  const { username } = state;
  const sites = await query(sf, username, `SELECT Id FROM Network WHERE Name = ${quoted(SITE.name)}`);
  if (sites.kind === 'refused') return failureOf(sites);
  const [site] = sites.value;
  return site === undefined ? null : done({ ...state, siteId: textAt(site, 'Id') }, SITE.name);
}

/** The name is taken although there is no Network, because an earlier run has requested the site. */
function isUnderWay(refusal: SfRefusal): boolean {
  const errors = listAt(refusal.result, 'body').filter(isJson);
  return errors.some((error) => /already (?:exists|taken)|different name/iu.test(textAt(error, 'message')));
}

async function waitForSite(state: DemoState, jobId: string, tools: PreparationTools): Promise<DemoEnd> {
  for (let queries = 0; queries < MOST_QUERIES; queries += 1) {
    const site = await findSite(state, tools);
    if (site !== null) return site;
    const failure = jobId === '' ? null : await findJobFailure(state, jobId, tools);
    if (failure !== null) return failure;
    await tools.pause(PAUSE);
  }
  return {
    kind: 'failed',
    message: 'the site is not there after ten minutes.',
    details: [],
    todo: 'start again: it waits for the same site. Setup, All Sites shows it once it is made.'
  };
}

async function findJobFailure(state: DemoState, jobId: string, { sf }: PreparationTools): Promise<DemoEnd | null> {
  const jobs = await query(
    sf,
    state.username,
    `SELECT Status, Error FROM BackgroundOperation WHERE Id = ${quoted(jobId)}`
  );
  if (jobs.kind === 'refused') return failureOf(jobs);
  const [job] = jobs.value;
  if (valueAt(job, 'Status') !== 'Error') return null;
  return {
    kind: 'failed',
    message: textAt(job, 'Error') || 'the org gave no reason.',
    details: [],
    todo: 'make the site by hand in Setup, All Sites, with the name Demo, and start again.'
  };
}
