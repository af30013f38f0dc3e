/** Requests from another site's page are refused, so that it cannot change the org that a person has open. */
export function isSameOrigin(request: Request): boolean {
  const site = request.headers.get('Sec-Fetch-Site');
  return site === null || site === 'same-origin';
}
