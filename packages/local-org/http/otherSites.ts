/**
 * Whether a page of another site may send the request: only by a link that opens a page in a tab. Another port of this machine is
 * another site. Browsers say where a request comes from (Fetch Metadata, `Sec-Fetch-Site`; Fetch, `Origin`); other clients
 * send neither, and pages cannot make them send requests.
 */
export function isSafeFromOtherSites({ method, url, headers }: Request): boolean {
  switch (headers.get('Sec-Fetch-Site')) {
    case 'same-origin':
    case 'none':
      return true;
    case null: {
      const origin = headers.get('Origin');
      return isRead(method) || origin === null || origin === new URL(url).origin;
    }
    default:
      return isRead(method) && isFollowedLink(headers);
  }
}

function isRead(method: string): boolean {
  return method === 'GET' || method === 'HEAD';
}

/** A frame has another destination than a tab. */
function isFollowedLink(headers: Headers): boolean {
  return headers.get('Sec-Fetch-Mode') === 'navigate' && headers.get('Sec-Fetch-Dest') === 'document';
}
