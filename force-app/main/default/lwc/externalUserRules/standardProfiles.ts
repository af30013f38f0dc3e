/**
 * The standard external profiles. UI API doesn't mark them, so they are known by name: the licenses in the release notes
 * of Spring '20, "Prevent Using Standard External Profiles", give the names, in the spelling of public orgs. A profile
 * that is missing here only goes without a warning.
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
