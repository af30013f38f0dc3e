import { readFileSync } from 'node:fs';

/** A component that metadata places gets the defaults of its class, not those of its js-meta.xml [F-154]. */
it('the demo page gives the card each value that the App Builder would give it', () => {
  const file = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');
  const meta = file('../../../force-app/main/default/lwc/externalUserCard/externalUserCard.js-meta.xml');
  const page = file('flexipages/Demo_Contact_Page.flexipage-meta.xml');
  const [card = ''] =
    /<componentInstance>(?:(?!<\/componentInstance>).)*externalUserCard<.*?<\/componentInstance>/su.exec(page) ?? [];
  const given = [...card.matchAll(/<name>(\w+)<\/name>\s*<value>([^<]*)<\/value>/gu)].map(([, name, value]) => [
    name,
    value
  ]);
  const defaults = [...meta.matchAll(/<property name="(\w+)"[^>]* default="([^"]*)"/gu)].map(([, name, value]) => [
    name,
    value
  ]);
  expect(defaults.length).toBeGreaterThan(0);
  expect(given.sort()).toEqual(defaults.sort());
});
