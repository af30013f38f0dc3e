import type { Measurement } from '../measurement.ts';

/** What each figure means, for below the table. */
export function legendOf({ runs }: Measurement): string {
  return `ours         the quick action Enable External User, on a contact whom nothing hinders
trivial      a panel with one getRecord of fields that the page doesn't hold, and two inputs: scripts/bench/action/baseline
request      an HTTP request to the org's APIs (/services/…) that was asked and answered in the span; the record page's own
             list of the contact's users is left out
depth        round trips that follow one upon the other: the most requests of which each started after the one before ended
interactive  the first frame in which the main button (Create User, or Save) is enabled
quiet        nothing has been under way for half a second; licenses and seats may come after the button is enabled
created      the answer to createRecord has come
verified     the first frame in which the screen says, after a query, that the user is there
time         from the click to interactive: median of the runs (${runs}), ours and the trivial one by turns, each on a page
             loaded afresh. Latency is added by the browser to each request. The code of both is loaded before the click:
             the platform serves an action's code at once and caches it, the playground module by module
ratio        ours as a multiple of the trivial one's
size         what the platform's compiler makes for production, minified; labels' words are not in it. Together: one bundle
             after the other, compressed as one. Of the action: those that it leads to; the others are of the card and of the list

Targets are upper bounds. A target that is MISSED does not make the command fail.`;
}
