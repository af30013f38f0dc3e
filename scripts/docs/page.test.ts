import { readFileSync } from 'node:fs';
import { PAGE, withGenerated } from './page.ts';

const page = readFileSync(PAGE, 'utf8');

it('lists the objects, endpoints and modules that the code has (npm run docs writes them)', async () => {
  expect(await withGenerated(page)).toBe(page);
});

it('names an object, an endpoint and a module of each kind', () => {
  const names = [
    'NetworkSelfRegistration',
    'LightningComponentBundle',
    '/ui-api/records/:id',
    '/sobjects/:object/:id',
    '/:site/login',
    '/__local/reset',
    'lightning/uiRecordApi',
    'combobox',
    '@salesforce/userPermission/*'
  ];
  expect(names.filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
});

it('refuses a page without a place for a section', async () => {
  await expect(withGenerated('# A page')).rejects.toThrow('has no place for objects');
});

it('refuses a place for which nothing is generated', async () => {
  const place = '<!-- generated: colors -->\n<!-- end of generated -->';
  await expect(withGenerated(place)).rejects.toThrow('Nothing is generated as “colors”');
});

it('has lines that a person can read in the source, apart from tables', () => {
  const long = page.split('\n').filter((line) => line.length > 120 && !line.startsWith('|'));
  expect(long).toEqual([]);
});
