import type { Probe } from './probe.ts';

/** Where the action and the pages of Setup stand. */
export const PLACEMENT: readonly Probe[] = [
  {
    fact: 'F-180',
    question: 'Which page layout do person accounts have?',
    expected: 'PersonAccount-Person Account Layout',
    notProbed: 'The demo org has no person accounts; npm run deploy with --place names the layouts that an org lists.'
  },
  {
    fact: 'F-181',
    question: 'Where does an org administer a site, and show who has a permission set?',
    expected: 'the two addresses',
    notProbed: 'An address answers with a page whether or not it is the right one: open both in a browser.'
  }
];
