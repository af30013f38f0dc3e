/**
 * The external profiles that Salesforce itself puts into an org. Nothing in UI API says which they are, so their names
 * do: those of the licences in the release notes of Spring '20, "Prevent Using Standard External Profiles", as the
 * profiles of public orgs spell them. A profile that is missing here is only not warned of.
 */
const NAMES = new RegExp(
  `^(?:${[
    '(?:Customer|Partner) Community(?: Plus)?(?: Login)? User',
    'External (?:Identity|Apps(?: Plus)?(?: Login| Member)?) User',
    'High Volume Customer Portal(?: User)?',
    'HighVolumePortal',
    'Authenticated Website',
    'Customer Portal Manager(?: Standard| Custom)?',
    '(?:(?:Gold|Silver|Bronze) )?Partner User'
  ].join('|')})$`
);

export function isStandardProfile(name: string): boolean {
  return NAMES.test(name);
}
