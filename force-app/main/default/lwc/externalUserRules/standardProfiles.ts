/**
 * The standard external profiles of the release notes of Spring '20 ("Prevent Using Standard External Profiles") and
 * Spring '21 ("Users with Standard External Profiles Can No Longer Log In"), which name them by license [F-011]. UI API
 * doesn't mark them, so they are known by name; External Identity is not among them. A profile that is missing here only
 * goes without a warning.
 */
const NAMES = new RegExp(
  `^(?:${[
    '(?:Customer Community(?: Plus)?|Partner Community)(?: Login)? User',
    'External Apps(?: Plus)? (?:Login|Member) User',
    '(?:(?:Gold|Silver|Bronze) )?Partner User',
    '(?:Overage )?High Volume Customer Portal(?: User)?',
    'High ?Volume ?Portal(?: User)?',
    '(?:Overage )?Authenticated Website(?: User)?',
    'Customer Portal Manager(?: User)?',
    '(?:(?:Limited|Overage) )?Customer Portal Manager (?:Standard|Custom)(?: User)?',
    '(?:Ideas Only|CSP Lite|Platform) Portal(?: User)?'
  ].join('|')})$`
);

export function isStandardProfile(name: string): boolean {
  return NAMES.test(name);
}
