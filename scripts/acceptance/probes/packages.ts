import type { Probe } from './probe.ts';
import type { ProbeOrg } from './probeOrg.ts';
import { observed, observedOutcome, outcomeOf, type Observation } from './reply.ts';

/** Packages. The org that is asked is no Dev Hub. */
export const PACKAGES: readonly Probe[] = [
  {
    fact: 'F-160',
    question: 'What does an org that is no Dev Hub answer about packages of its own?',
    expected: 'create: NOT_FOUND; query: INVALID_TYPE',
    ask: askForPackages
  },
  {
    fact: 'F-161',
    question: 'What does the CLI send for a version of a package?',
    expected: 'a form with the fields and a zip',
    notProbed: 'It is what the CLI does; npm run package shows that a Dev Hub takes it.'
  },
  {
    fact: 'F-162',
    question: 'Who takes a beta version of a package?',
    expected: 'scratch orgs; not production',
    notProbed: 'It takes a package of the Dev Hub: npm run package installs its beta versions in a scratch org.'
  },
  {
    fact: 'F-163',
    question: 'Does an org find package versions without an id?',
    expected: 'MALFORMED_QUERY',
    ask: askForAnyVersion
  },
  {
    fact: 'F-164',
    question: 'Where is a version of a package validated, and which number does it get?',
    expected: 'in a new org; the next build number',
    notProbed: 'It takes a Dev Hub: npm run package makes versions, and shows their numbers and errors.'
  },
  {
    fact: 'F-165',
    question: 'Does a package have parts of all profiles of the project?',
    expected: 'unless scopeProfiles is on',
    notProbed: 'What a package contains is in no API.'
  }
];

async function askForPackages(org: ProbeOrg): Promise<Observation> {
  const created = await org.send('POST', '/tooling/sobjects/Package2', { Name: 'Probe' });
  const queried = await org.send('GET', toolingQuery('SELECT Id FROM Package2'));
  return observed(`create: ${outcomeOf(created)}; query: ${outcomeOf(queried)}`, created, queried);
}

async function askForAnyVersion(org: ProbeOrg): Promise<Observation> {
  return observedOutcome(await org.send('GET', toolingQuery('SELECT Id FROM SubscriberPackageVersion')));
}

function toolingQuery(soql: string): string {
  return `/tooling/query?q=${encodeURIComponent(soql)}`;
}
