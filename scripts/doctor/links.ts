/** Pages of an org, as absolute addresses. */
export interface Links {
  /** A page of Setup by its node, such as `SetupNetworks`. */
  setup(node: string): string;
  record(id: string): string;
  /** A user's page in Setup, where the role is given. */
  user(id: string): string;
}

export function linksTo(url: string): Links {
  return {
    setup: (node) => `${url}/lightning/setup/${node}/home`,
    record: (id) => `${url}/lightning/r/${id}/view`,
    user: (id) => `${url}/lightning/setup/ManageUsers/page?address=${encodeURIComponent(`/${id}?noredirect=1`)}`
  };
}
