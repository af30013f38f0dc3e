/**
 * Sends a choice of the bar to the server, which keeps it, then opens the next page. Returns the server's message about
 * a refused choice.
 */
export async function choose(
  control: 'person' | 'org' | 'source',
  fields: Readonly<Record<string, string>>,
  next: string
): Promise<string> {
  const response = await fetch(`/playground/${control}`, { method: 'POST', body: new URLSearchParams(fields) });
  if (!response.ok) {
    return response.text();
  }
  location.assign(next);
  return '';
}

/** Starts another org, and opens the page with which its demo starts. */
export function startOrg(name: string): Promise<string> {
  return choose('org', { name }, '/');
}
