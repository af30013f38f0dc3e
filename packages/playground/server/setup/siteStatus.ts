/** The words of Experience Workspaces for the values of Network.Status. */
const WORDS: Readonly<Record<string, string>> = {
  Live: 'Active',
  UnderConstruction: 'Preview',
  DownForMaintenance: 'Inactive'
};

/** What a person reads of a site's status. */
export function wordForStatus(status: string): string {
  return WORDS[status] ?? status;
}
