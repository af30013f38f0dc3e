import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { shippedLanguages } from '../../shared/labelFiles.ts';

const FIELDS = 'force-app/automation/default/objects/Contact/fields';
const TRANSLATIONS = 'force-app/automation/default/objectTranslations';

/** A label holds this many characters, a help text 510. Source: Salesforce Help, "Custom Field Attributes". */
const LONGEST_LABEL = 40;

const fields = readdirSync(FIELDS).map((file) => file.replace('.field-meta.xml', ''));

function textsOf(xml: string, tag: string): readonly string[] {
  return [...xml.matchAll(new RegExp(`<${tag}>([^<]*)</${tag}>`, 'gu'))].map(([, text = '']) => text.trim());
}

describe.each(shippedLanguages())('in %s', (language) => {
  it.each(fields)('%s has its label, its help and each of its values', (field) => {
    const english = readFileSync(join(FIELDS, `${field}.field-meta.xml`), 'utf8');
    const file = join(TRANSLATIONS, `Contact-${language}`, `${field}.fieldTranslation-meta.xml`);
    const translated = readFileSync(file, 'utf8');
    const [label = ''] = textsOf(translated, 'label');
    const [help = ''] = textsOf(translated, 'help');
    expect(label).not.toBe(textsOf(english, 'label')[0]);
    expect(label.length).toBeLessThanOrEqual(LONGEST_LABEL);
    expect(help).toMatch(/[.。]$/u);
    const [values = ''] = /<valueSetDefinition>[^]*<\/valueSetDefinition>/u.exec(english) ?? [];
    expect(textsOf(translated, 'masterLabel')).toEqual(textsOf(values, 'label'));
    expect(textsOf(translated, 'translation').filter((text) => text === '')).toEqual([]);
  });
});
