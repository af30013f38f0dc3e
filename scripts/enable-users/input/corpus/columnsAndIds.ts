import { ADA, BOB, KNOWN, TWO, type CorpusFile } from './corpusFile.ts';

/** Files whose columns or ids can’t be used. */
export const COLUMNS_AND_IDS: readonly CorpusFile[] = [
  {
    what: 'no column of ids',
    content: 'Email\na@b.example\n',
    says: [
      `refused: in.csv:1: there is no column ContactId. Contacts are found by their id only, never by an email. ${KNOWN}`
    ]
  },
  {
    what: 'a column twice',
    content: `ContactId,Contact Id\n${ADA},${ADA}\n`,
    says: [`refused: in.csv:1: column ContactId is there twice. ${KNOWN}`]
  },
  {
    what: 'unknown columns',
    content: `Id,Color,Shape\n${ADA},1,2\n`,
    says: ['ok 2', 'note: Nothing is made of the columns “Color”, “Shape”; the result files keep them.']
  },
  {
    what: 'more unknown columns than one sentence holds',
    content: `Id,A,B,C,D,E,F,G\n${ADA},1,2,3,4,5,6,7\n`,
    says: [
      'ok 2',
      'note: Nothing is made of the columns “A”, “B”, “C”, “D”, “E” and 2 more; the result files keep them.'
    ]
  },
  {
    what: 'a column with a long name',
    content: `Id,${'x'.repeat(500)}\n${ADA},1\n`,
    says: [
      'ok 2',
      'note: Nothing is made of the column “xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…”; the result files keep it.'
    ]
  },
  {
    what: 'no line of columns',
    content: `${ADA},a\n${BOB},b\n`,
    says: [
      'refused: in.csv:1: the first line has an id, and no names of columns. Write one above it, such as ContactId.'
    ]
  },

  {
    what: 'an empty id',
    content: `${TWO},a\n${BOB},b\n`,
    says: ['in.csv:2:1: column Id is empty. Give the id of the contact.', 'ok 3']
  },
  {
    what: 'an email instead of an id',
    content: `${TWO}ada@a.example,a\n`,
    says: ['in.csv:2:1: column Id “ada@a.example” is no id. Give the contact’s id: 15 or 18 letters and digits.']
  },
  {
    what: 'an id of another object',
    content: `${TWO}001000000000001AAA,a\n`,
    says: [
      'in.csv:2:1: column Id “001000000000001AAA” is no contact’s id: it is an account’s. The contact of a person account is its PersonContactId.'
    ]
  },
  {
    what: 'an id that lost its case',
    content: `${TWO}003abcdefghijklMNO,a\n`,
    says: [
      'in.csv:2:1: column Id “003abcdefghijklMNO” has lost its upper or lower case. Export the ids again, with 18 characters.'
    ]
  },
  {
    what: 'an id with a blank and an invisible character around it',
    content: `${TWO} ${ADA}\u200B,a\n`,
    says: ['ok 2']
  },
  {
    what: 'an id with an invisible character inside',
    content: `${TWO}003000\u200B000000001AAA,a\n`,
    says: [
      'in.csv:2:1: column Id “003000​000000001AAA” is no id: U+200B is none of the letters and digits of one. Copy it again.'
    ]
  },
  {
    what: 'an id with a NUL-like letter of another script',
    content: `${TWO}003ООО000000001AAA,a\n`,
    says: [
      'in.csv:2:1: column Id “003ООО000000001AAA” is no id: “О” (U+041E) is none of the letters and digits of one. Copy it again.'
    ]
  },
  {
    what: 'an id that a spreadsheet made a number',
    content: `${TWO}3.0E+15,a\n`,
    says: [
      'in.csv:2:1: column Id “3.0E+15” is what a spreadsheet makes of an id that it takes for a number. Export the ids again, as text.'
    ]
  },
  {
    what: 'a very long id',
    content: `${TWO}${'0'.repeat(5000)},a\n`,
    says: [
      'in.csv:2:1: column Id “0000000000000000000000000000000000000000…” is no id. Give the contact’s id: 15 or 18 letters and digits.'
    ]
  },
  {
    what: 'SQL in an id',
    content: `${TWO}' OR Name != '',a\n`,
    says: ["in.csv:2:1: column Id “' OR Name != ''” is no id. Give the contact’s id: 15 or 18 letters and digits."]
  }
];
