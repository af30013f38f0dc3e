/** Another site's page must not change what a person has open here: its requests are refused. */
export function isSameOrigin(request: Request): boolean {
  const site = request.headers.get('Sec-Fetch-Site');
  return site === null || site === 'same-origin';
}
