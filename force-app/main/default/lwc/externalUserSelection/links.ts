import { fixLabelFor } from 'c/externalUserLabels';
import { fixUrl } from 'c/externalUserOrg';
import { offersOf, type Finding, type FixOffer } from 'c/externalUserRules';
import type { RowLink } from 'c/externalUserRows';

/** A finding, or a refusal of the org. */
type Cause = FixOffer & Pick<Finding, 'otherFixes'>;

/** The pages on which the causes can be fixed, each once; links, so that they open beside the flow. */
export function linksFor(causes: readonly Cause[]): readonly RowLink[] {
  const links = causes.flatMap((cause) => offersOf(cause).flatMap(toLink));
  return links.filter(({ url }, index) => links.findIndex((link) => link.url === url) === index);
}

function toLink({ fix, record, words }: FixOffer): readonly RowLink[] {
  // A partner account is enabled on the account's own page; a user is linked by its username.
  const page = fix === 'enablePartnerAccount' ? 'openAccount' : fix === 'openUser' ? null : fix;
  const [url, label] = [fixUrl({ fix: page, record }), fixLabelFor({ fix: page, words })];
  return url === null || label === null || record === null ? [] : [{ label, url }];
}
