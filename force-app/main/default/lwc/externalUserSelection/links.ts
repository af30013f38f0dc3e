import { fixLabelFor } from 'c/externalUserLabels';
import { recordUrl } from 'c/externalUserOrg';
import { offersOf, type Finding, type FixOffer } from 'c/externalUserRules';
import type { RowLink } from 'c/externalUserRows';

/** A finding, or a refusal of the org. */
type Cause = FixOffer & Pick<Finding, 'otherFixes'>;

/** The object of the record that a fix opens. A user is linked by its username. */
const OBJECTS: Readonly<Partial<Record<NonNullable<Finding['fix']>, string>>> = {
  editContact: 'Contact',
  openAccount: 'Account',
  changeOwner: 'Account',
  changeContactOwner: 'Contact',
  giveRole: 'User',
  activateOwner: 'User'
};

/** The pages on which the causes can be fixed, each once; links, so that they open beside the flow. */
export function linksFor(causes: readonly Cause[]): readonly RowLink[] {
  const links = causes.flatMap((cause) => offersOf(cause).flatMap(toLink));
  return links.filter(({ url }, index) => links.findIndex((link) => link.url === url) === index);
}

function toLink({ fix, record, words }: FixOffer): readonly RowLink[] {
  // A partner account is enabled on the account's own page.
  const page = fix === 'enablePartnerAccount' ? 'openAccount' : fix;
  const object = page === null ? undefined : OBJECTS[page];
  const label = fixLabelFor({ fix: page, words });
  return object === undefined || record === null || label === null
    ? []
    : [{ label, url: recordUrl(object, record.id) }];
}
