import { picklistValues } from '../../../engine/schema/picklists.ts';
import { textOfChild } from '../../../engine/xml/xml.ts';
import { keptOnly, type TypeRules } from './typeRules.ts';

/** The file of all labels; its labels are kept, but not the file itself. */
export const customLabels: TypeRules = keptOnly('');

/** A label: its name has letters, digits and underscores, its value up to 1,000 characters. Source: Metadata API, CustomLabel. */
export const customLabel: TypeRules = keptOnly('101', ({ fullName, xml }) => {
  const language = textOfChild(xml, 'language');
  if (!/^[A-Za-z](?:_?[A-Za-z0-9])*$/.test(fullName)) {
    return [
      {
        problem: `The Custom Label API Name can only contain underscores and alphanumeric characters. It must be unique, begin with a letter, not include spaces, not end with an underscore, and not contain two consecutive underscores.`,
        ...position(xml)
      }
    ];
  }
  if (!isLanguage(language)) {
    return [{ problem: `Language: bad value for restricted picklist field: ${language}`, ...position(xml) }];
  }
  const value = textOfChild(xml, 'value');
  return value.length > MAX_VALUE
    ? [{ problem: `Value: data value too large: (max length=${MAX_VALUE})`, ...position(xml) }]
    : [];
});

/** Whether Salesforce has a language with this code. */
export function isLanguage(code: string): boolean {
  return picklistValues('User', 'LanguageLocaleKey').some(({ value }) => value === code);
}

function position({ start }: { readonly start: { readonly line: number; readonly column: number } }) {
  return { line: start.line, column: start.column };
}

const MAX_VALUE = 1000;
