import type { Measurement } from '../measurement.ts';

/** What each figure means: the table is followed by it. */
export function legendOf({ inARow }: Measurement): string {
  return `deploy       sf project deploy start --source-dir force-app/main/default, the pinned CLI, from its start to its end: it builds the
             zip, sends it by SOAP, asks until the org is done. The product was compiled before; the CLI was logged in before
first        to an org that holds nothing of the product; the org compiles every bundle
later        median of the others (${inARow.length - 1}), which send the same again: unchanged bundles are not compiled again
in the org   from the moment the org takes the deploy up until it is done with it, by its own clock
two at once  two CLIs with homes of their own start together, until both are done; an org deploys one after the other
memory       what the process of npm start holds on to after a garbage collection, on the heap and beside it

Targets are upper bounds. A target that is MISSED does not make the command fail.`;
}
