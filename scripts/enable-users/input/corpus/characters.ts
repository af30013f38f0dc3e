import { ADA, BOB, SAVE, TWO, type CorpusFile } from './corpusFile.ts';

/** Files with characters that no cell may have. */
export const CHARACTERS: readonly CorpusFile[] = [
  {
    what: 'a NUL in a cell',
    content: `${TWO}${ADA},a\0b\n`,
    says: [
      `refused: in.csv:2:21: a NUL byte stands here, and no text has one: the file is damaged, or no CSV file. ${SAVE}.`
    ]
  },
  {
    what: 'a NUL in the first line',
    content: `Id,Nick\0name\n${ADA},a\n`,
    says: [
      `refused: in.csv:1:8: a NUL byte stands here, and no text has one: the file is damaged, or no CSV file. ${SAVE}.`
    ]
  },
  {
    what: 'a NUL as the first character',
    content: `\0Id\n${ADA}\n`,
    says: [
      `refused: in.csv:1:1: a NUL byte stands here, and no text has one: the file is damaged, or no CSV file. ${SAVE}.`
    ]
  },
  {
    what: 'a tail of NULs',
    content: `Id\n${ADA}\n\0\0\0\0`,
    says: [
      `refused: in.csv:3:1: a NUL byte stands here, and no text has one: the file is damaged, or no CSV file. ${SAVE}.`
    ]
  },
  {
    what: 'a NUL behind a first line in quotes with a line break',
    content: `"Id","Nick\nname"\n\0`,
    says: [
      `refused: in.csv:3:1: a NUL byte stands here, and no text has one: the file is damaged, or no CSV file. ${SAVE}.`
    ]
  },
  {
    what: 'a line feed in a username',
    content: `Id,Username\n${ADA},"a\nb@acme.example"\n${BOB},b@acme.example\n`,
    says: ['in.csv:2:20: column Username “a[U+000A]b@acme.example” holds a line break. Remove it.', 'ok 4']
  },
  {
    what: 'a carriage return in a nickname',
    content: `${TWO}${ADA},"a\rb"\n`,
    says: ['in.csv:2:20: column Nickname “a[U+000D]b” holds a line break. Remove it.']
  },
  { what: 'line breaks around a nickname only', content: `${TWO}${ADA},"\r\na\n"\n`, says: ['ok 2'] },
  {
    what: 'a tab in an alias',
    content: `Id,Alias\n${ADA},"a\tb"\n`,
    says: ['in.csv:2:20: column Alias “a[U+0009]b” holds a tab. Remove it.']
  },
  {
    what: 'an escape sequence in an email',
    content: `Id,Email\n${ADA},\u001B[31mred@acme.example\n`,
    says: [
      'in.csv:2:20: column Email “[U+001B][31mred@acme.example” holds a character that is not shown, [U+001B]. Remove it.'
    ]
  },
  {
    what: 'a bell in a profile',
    content: `Id,Profile\n${ADA},Portal\u0007 User\n`,
    says: [
      'in.csv:2:20: column Profile “Portal[U+0007] User” holds a character that is not shown, [U+0007]. Remove it.'
    ]
  },
  {
    what: 'a C1 control in a nickname',
    content: `${TWO}${ADA},a\u009Bb\n`,
    says: ['in.csv:2:20: column Nickname “a[U+009B]b” holds a character that is not shown, [U+009B]. Remove it.']
  },
  {
    what: 'a line separator in a nickname',
    content: `${TWO}${ADA},a\u2028b\n`,
    says: ['in.csv:2:20: column Nickname “a[U+2028]b” holds a character that is not shown, [U+2028]. Remove it.']
  },
  {
    what: 'an override of direction in a nickname',
    content: `${TWO}${ADA},a\u202Eb\n`,
    says: ['in.csv:2:20: column Nickname “a[U+202E]b” holds a character that is not shown, [U+202E]. Remove it.']
  },
  {
    what: 'an isolate in a permission set',
    content: `Id,PermissionSets\n${ADA},A\u2066;B\n`,
    says: ['in.csv:2:20: column PermissionSets “A[U+2066];B” holds a character that is not shown, [U+2066]. Remove it.']
  },
  {
    what: 'a line break in a column of a result, which is left out',
    content: `Id,Message\n${ADA},"a\nb"\n${BOB},\n`,
    says: ['ok 2', 'ok 4']
  },
  {
    what: 'a control character in the name of a column',
    content: `Id,\u001B[2J\n${ADA},a\n`,
    says: ['ok 2', 'note: Nothing is made of the column “[U+001B][2J”; the result files keep it.']
  },
  {
    what: 'an override of direction in the name of a column',
    content: `Id,a\u202Eb\n${ADA},a\n`,
    says: ['ok 2', 'note: Nothing is made of the column “a[U+202E]b”; the result files keep it.']
  }
];
