import { ADA, BOB, KNOWN, TWO, type CorpusFile } from './corpusFile.ts';

/** The first sentence about a file without a column of ids. */
const NO_IDS =
  'refused: in.csv:1: there is no column ContactId. Contacts are found by their id only, never by an email.';

const unused = (...names: readonly string[]): string =>
  names.length === 1
    ? `note: Nothing is made of the column “${names[0] ?? ''}”; the result files keep it.`
    : `note: Nothing is made of the columns ${names.map((name) => `“${name}”`).join(', ')}; the result files keep them.`;

/** Columns of ids, as tools, reports and formula fields call them. */
const ID_COLUMNS: readonly CorpusFile[] = [
  ['a query through a relationship', 'Contact.Id'],
  ['a query through a relationship, in capitals', 'CONTACT.ID'],
  ['a report of another object', 'Contact: ID'],
  ['a report of another object, with the object twice', 'Contact: Contact ID'],
  ['a formula field for 18 characters', 'Contact ID (18)'],
  ['a formula field that says what it counts', '18 Digit Contact ID'],
  ['a formula field for the whole id', 'Contact_ID_18_Characters'],
  ['a formula field named after its function', 'CaseSafe Contact ID'],
  ['a label with a line break, as in a table', '"Contact\nID"'],
  ['a label with a no-break space', 'Contact\u00A0ID'],
  ['a label that was copied from a web page', '\u200BContact ID'],
  ['a report of person accounts', 'Account: Person Contact ID'],
  ['the successful rows of a Bulk API job', 'sf__Id']
].map(([what = '', name = '']) => ({
  what: `ids of ${what}`,
  content: `${name},Nickname\n${ADA},a\n`,
  says: [`ok ${name.includes('\n') ? '3' : '2'}`]
}));

/** Ids as people paste them. */
const IDS: readonly CorpusFile[] = [
  ['the address of its page', `https://acme.lightning.force.com/lightning/r/Contact/${ADA}/view`],
  ['the address of its page in Classic', `https://acme.my.salesforce.com/${ADA.slice(0, 15)}`],
  ['the address of its page in a site', `https://acme.my.site.com/help/s/detail/${ADA}?tab=1`],
  ['the end of an address', `/${ADA}`],
  ['a formula that links to it', `"=HYPERLINK(""https://acme.my.salesforce.com/${ADA}"",""${ADA}"")"`],
  ['a text by an apostrophe', `'${ADA}`]
].map(([what = '', cell = '']) => ({ what: `an id as ${what}`, content: `${TWO}${cell},a\n`, says: ['ok 2'] }));

/** Files that tools write, and spreadsheets that save those again. */
export const TOOLS: readonly CorpusFile[] = [
  ...ID_COLUMNS,
  ...IDS,
  {
    what: 'an address with two ids',
    content: `${TWO}https://acme.example/${ADA}?retURL=%2F${BOB}&x=${BOB},a\n`,
    says: [
      'in.csv:2:1: column Id “https://acme.example/003000000000001AAA?…” is no id. Give the contact’s id: 15 or 18 letters and digits.'
    ]
  },
  {
    what: 'the address of an account',
    content: `${TWO}https://acme.lightning.force.com/lightning/r/Account/001000000000001AAA/view,a\n`,
    says: [
      'in.csv:2:1: column Id “001000000000001AAA” is no contact’s id: it is an account’s. The contact of a person account is its PersonContactId.'
    ]
  },
  {
    what: 'ids of two lengths, where the column with the plain name counts',
    content: `Contact ID (18),Contact ID\n${BOB},${ADA}\n`,
    says: ['ok 2', unused('Contact ID (18)')]
  },
  {
    what: 'ids in a column with the label of another language',
    content: `Kontakt-ID;Vorname\n${ADA};Ada\n`,
    says: [`${NO_IDS} The column “Kontakt-ID” has ids of contacts: if they are the ones, call it ContactId.`]
  },
  {
    what: 'ids in two columns that could be the ones',
    content: `Person,Reports To,Name\n,,Total\n${ADA},${BOB},Ada\n`,
    says: [`${NO_IDS} The columns “Person”, “Reports To” have ids of contacts: call the right one ContactId.`]
  },
  {
    what: 'no ids, and a quote that is never closed',
    content: 'Person,Name\nAda,"Lovelace\n',
    says: [`${NO_IDS} ${KNOWN}`]
  },
  {
    what: 'a report with its title above the columns',
    content: `Portal candidates,,\nAs of 2026-11-30,,\n,,\n,Contact ID,Nickname\n,${ADA},a\n`,
    says: [`${NO_IDS} The names of the columns seem to stand in line 4: remove the lines above it.`]
  },
  {
    what: 'a title without separators above columns with semicolons',
    content: `Portal candidates\n\nContact ID;Nickname\n${ADA};a\n`,
    says: [`${NO_IDS} The names of the columns seem to stand in line 3: remove the lines above it.`]
  },
  {
    what: 'a comment above the columns',
    content: `# exported on 2026-11-30\nContact ID,Nickname\n${ADA},a\n`,
    says: [`${NO_IDS} The names of the columns seem to stand in line 2: remove the lines above it.`]
  },
  {
    what: 'a column for the object of each row',
    content: `"_","Id","Account.Name","Account"\n"[Contact]","${ADA}","Acme","[Account]"\n`,
    says: ['ok 2', unused('_', 'Account.Name', 'Account')]
  },
  {
    what: 'the numbers of rows in a column without a name',
    content: `,Id,Nickname\n0,${ADA},a\n`,
    says: ['in.csv:2:1: “0” stands in a column without a name. Name it in the first line, or empty the cell.']
  },
  {
    what: 'columns whose names are like known ones that are there',
    content: `Contact ID,Contract ID,Email,Email 2,Alias,Aliases\n${ADA},800x,a@b.example,c@d.example,a,b\n`,
    says: ['ok 2', unused('Contract ID', 'Email 2', 'Aliases')]
  },
  {
    what: 'a column whose name is like a known one that is not there',
    content: `Contact ID,Email 2\n${ADA},a@b.example\n`,
    says: [`refused: in.csv:1: unknown column “Email 2”. Email is a known one. ${KNOWN}`]
  },
  {
    what: 'sums of a report',
    content: `Contact ID,Nickname\n${ADA},a\nSubtotal,1\n`,
    says: [
      'ok 2',
      'in.csv:3:1: column Contact ID “Subtotal” is no id. Give the contact’s id: 15 or 18 letters and digits.'
    ]
  },
  {
    what: 'the footer of a report that a spreadsheet saved again',
    content: `Contact ID,Nickname\n${ADA},a\n,\n,\nCandidates,\n"Copyright (c) 2000-2026 salesforce.com, inc.",\nGenerated By: A. User,\n`,
    says: ['ok 2', 'note: From line 5 on the file has the footer of a report, which is left out.']
  },
  {
    what: 'rows with their first cell only behind an emptied row, which are no footer',
    content: `Contact ID,Nickname\n${ADA},a\n,\nAda Lovelace,\nAcme,\n`,
    says: [
      'ok 2',
      'in.csv:4:1: column Contact ID “Ada Lovelace” is no id. Give the contact’s id: 15 or 18 letters and digits.',
      'in.csv:5:1: column Contact ID “Acme” is no id. Give the contact’s id: 15 or 18 letters and digits.'
    ]
  },
  {
    what: 'one column with something else than an id behind an empty line, which is no footer',
    content: `Contact ID\n${ADA}\n\n1.00E+14\n#N/A\nAda Lovelace\n`,
    says: [
      'ok 2',
      'in.csv:4:1: column Contact ID “1.00E+14” is what a spreadsheet makes of an id that it takes for a number. Export the ids again, as text.',
      'in.csv:5:1: column Contact ID “#N/A” is the error of a formula. Give the id of the contact.',
      'in.csv:6:1: column Contact ID “Ada Lovelace” is no id. Give the contact’s id: 15 or 18 letters and digits.'
    ]
  },
  {
    what: 'one column with an id of another form behind an empty line',
    content: `Contact ID\n${ADA}\n\n'${BOB}\nhttps://acme.my.salesforce.com/${BOB}\n`,
    says: ['ok 2', 'ok 4', 'ok 5']
  },
  {
    what: 'an email in the last row behind an emptied row, before a footer',
    content: `Contact ID,Nickname\n${ADA},a\n,\nada@b.example,\n\nCopyright (c) salesforce.com,\n`,
    says: [
      'ok 2',
      'in.csv:4:1: column Contact ID “ada@b.example” is no id. Give the contact’s id: 15 or 18 letters and digits.',
      'note: From line 6 on the file has the footer of a report, which is left out.'
    ]
  },
  {
    what: 'a line that names the separator, with separators behind it',
    content: `sep=;;;\nContact ID;Nickname\n${ADA};a\n`,
    says: ['ok 3']
  },
  {
    what: 'a line that names the separator below an empty one',
    content: `\r\nSEP=;\r\nContact ID;Nickname\r\n${ADA};a\r\n`,
    says: ['ok 4']
  },
  {
    what: 'a line in quotes that names the separator',
    content: `"sep=\t"\nContact ID\tNickname\n${ADA}\ta\n`,
    says: ['ok 3']
  },
  {
    what: 'a line that names a separator that is none here',
    content: `sep=^\nContact ID^Nickname\n${ADA}^a\n`,
    says: ['refused: in.csv:1: the cells are separated by ^. Separate them by commas, semicolons or tabs.']
  },
  {
    what: 'two byte order marks before a quote',
    content: `\uFEFF\uFEFF"Contact ID","Nickname"\n"${ADA}","a"\n`,
    says: ['ok 2']
  },
  { what: 'Ctrl-Z at its end', content: `${TWO}${ADA},a\r\n\u001A`, says: ['ok 2'] },
  {
    what: 'Ctrl-Z in a cell',
    content: `${TWO}${ADA},a\u001A`,
    says: ['in.csv:2:20: column Nickname “a[U+001A]” holds a character that is not shown, [U+001A]. Remove it.']
  }
];
