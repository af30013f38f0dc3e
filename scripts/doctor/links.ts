/** Absolute addresses of pages in an org. */
export interface Links {
  /** A page of Setup, by its node such as `SetupNetworks`. */
  setup(node: string): string;
  record(id: string): string;
  /** The page of a user in Setup, on which the role is set. */
  user(id: string): string;
}

export function linksTo(url: string): Links {
  return {
    setup: (node) => `${url}/lightning/setup/${node}/home`,
    record: (id) => `${url}/lightning/r/${id}/view`,
    user: (id) => `${url}/lightning/setup/ManageUsers/page?address=${encodeURIComponent(`/${id}?noredirect=1`)}`
  };
}
