/** Codes of this org that are near to one that it doesn't have, for a sentence. Values are by their text in lower case. */

/** Another name of the same zone, by the links of IANA; or a zone of the same region with the same time all year. */
export function nearTimeZone(values: ReadonlyMap<string, string>, text: string): string | undefined {
  const zone = zoneOf(text);
  if (zone === undefined) return undefined;
  const codes = [...new Set(values.values())];
  const linked = codes.find((code) => zoneOf(code) === zone);
  if (linked !== undefined) return linked;
  const [region = ''] = text.split('/');
  const offsets = offsetsOf(zone);
  return codes.find((code) => code.startsWith(`${region}/`) && offsetsOf(code) === offsets);
}

/** What this machine's time zone data calls a zone; the same for all names that IANA links with each other. */
function zoneOf(code: string): string | undefined {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: code }).resolvedOptions().timeZone;
  } catch (error) {
    // No zone has this name (ECMA-402, CreateDateTimeFormat).
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

const offsets = new Map<string, string>();

/** The offsets of a zone from UTC in its two seasons. */
function offsetsOf(code: string): string {
  const found = offsets.get(code) ?? [0, 6].map((month) => offsetIn(code, month)).join(' ');
  offsets.set(code, found);
  return found;
}

function offsetIn(code: string, month: number): string {
  const date = new Date(Date.UTC(new Date().getUTCFullYear(), month, 1));
  const format = new Intl.DateTimeFormat('en', { timeZone: code, timeZoneName: 'longOffset' });
  return format.formatToParts(date).find(({ type }) => type === 'timeZoneName')?.value ?? '';
}

/** The code in the label of a zone, `(GMT+02:00) Central European Summer Time (Europe/Paris)`, which changes by season. */
export function zoneOfLabel(label: string): string | undefined {
  return /^\(GMT.*\(([\w/+-]+)\)$/.exec(label)?.[1];
}

/** The same code as the org writes it, `de_DE` for `de-DE`; or one of the same language. */
export function nearLocale(values: ReadonlyMap<string, string>, text: string): string | undefined {
  const wanted = text.replaceAll('-', '_').toLowerCase();
  const [language = ''] = wanted.split('_');
  const codes = [...new Set(values.values())];
  return (
    values.get(wanted) ??
    values.get(language) ??
    (/^[a-z]{2,3}$/.test(language) ? codes.find((code) => code.toLowerCase().startsWith(`${language}_`)) : undefined)
  );
}
