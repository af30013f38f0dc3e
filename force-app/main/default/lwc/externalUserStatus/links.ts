/** Opens the site as the user and returns to the contact. The org itself checks the permission [F-049]. */
export function logInAsUrl(orgId: string, contactId: string, siteId: string, userId: string): string {
  const query = { oid: orgId, retURL: `/${contactId}`, sunetworkid: siteId, sunetworkuserid: userId };
  return `/servlet/servlet.su?${new URLSearchParams(query).toString()}`;
}
