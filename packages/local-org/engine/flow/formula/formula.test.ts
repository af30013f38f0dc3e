import type { FlowValue } from '../model/values.ts';
import { checkFormula, type PathTypes } from './checkFormula.ts';
import { evaluateFormula, type FormulaContext } from './evaluateFormula.ts';
import type { FormulaType } from './expression.ts';
import { parseFormula } from './parseFormula.ts';
import type { FieldValue } from '../../storage/record.ts';

const NOW = '2026-11-24T07:30:00.000+0000';

/** What the formulas below name: type, and value. */
const FIELDS: Readonly<Record<string, readonly [FormulaType | 'element', FlowValue]>> = {
  name: ['Text', 'Amélie Dubois'],
  noname: ['Text', null],
  empty: ['Text', ''],
  count: ['Number', 5],
  nocount: ['Number', null],
  ison: ['Boolean', true],
  day: ['Date', '2026-02-27'],
  noday: ['Date', null],
  moment: ['DateTime', NOW],
  id: ['Text', '0035g00000LmQwX'],
  get_contact: ['element', { object: 'Contact', fields: {} }],
  '$record.name': ['Text', 'New'],
  '$record.status__c': ['Picklist', 'Approved'],
  '$record.account.name': ['Text', 'Acme'],
  '$record.score__c': ['Number', null],
  '$record__prior.name': ['Text', 'Old'],
  '$record__prior.status__c': ['Picklist', 'Requested'],
  '$record__prior.score__c': ['Number', null],
  '$flow.currentdate': ['Date', '2026-11-24'],
  '$flow.currentdatetime': ['DateTime', NOW]
};

const typesOf: PathTypes = (path) => FIELDS[path.toLowerCase()]?.[0] ?? null;

/** A record that was changed, or one that is new. */
function context(isNew: boolean): FormulaContext {
  return {
    typesOf,
    resolve: (path) =>
      path === '$Record__Prior'
        ? isNew
          ? null
          : { object: 'Contact', fields: {} }
        : (FIELDS[path.toLowerCase()]?.[1] ?? null)
  };
}

function valueOf(formula: string, isNew = false): FieldValue {
  const parsed = parseFormula(formula);
  if (!parsed.ok) throw new Error(parsed.problem);
  const type = checkFormula(parsed.expression, typesOf);
  if (typeof type !== 'string') throw new Error(type.problem);
  return evaluateFormula(parsed.expression, context(isNew));
}

describe('a formula', () => {
  it.each<[string, string, FieldValue]>([
    ['multiplies before it adds', '1 + 2 * 3 - 4 / 2', 5],
    ['calculates with decimals, not with floating point', '0.1 + 0.2', 0.3],
    ['has signs', '-{!count} + +2', -3],
    ['joins texts with & and +', '"a" & "b" + {!name}', 'abAmélie Dubois'],
    ['takes text in single quotes, with escapes', `'it\\'s \\"so\\"\\n'`, `it's "so"\n`],
    ['skips comments and line breaks', '1 /* one */\n + 1', 2],
    ['compares numbers', '{!count} >= 5 && {!count} < 6', true],
    ['compares texts with regard to case', '"a" = "A" || "a" == "b"', false],
    ['has two operators for unequal', '1 <> 2 && 1 != 2', true],
    ['negates', '!{!isOn} || NOT(FALSE)', true],
    ['names functions and fields without regard to case', 'if({!ISON}, upper({!Name}), "")', 'AMÉLIE DUBOIS'],
    ['evaluates only the branch that it takes', 'IF({!count} = 5, 1, 1 / 0)', 1],
    ['chooses among cases', 'CASE({!count}, 4, "four", 5, "five", "many")', 'five'],
    ['falls back where no case holds', 'CASE({!name}, "x", 1, 2)', 2],
    ['counts days between dates', '{!day} - ({!day} - 3)', 3],
    ['moves a date over the end of a month', 'TEXT({!day} + 2)', '2026-03-01'],
    ['moves a date-time by part of a day', 'TEXT({!moment} + 0.5)', '2026-11-24 19:30:00Z'],
    ['knows today and now', 'TODAY() > {!day} && NOW() = {!moment}', true],
    ['writes numbers without trailing zeros', 'TEXT(1.50) & TEXT(10)', '1.510'],
    ['reads numbers', 'VALUE("1.5") + 1', 2.5],
    ['rounds half up, away from zero', 'ROUND(2.345, 2) * 100 + ROUND(-1.5, 0)', 233],
    ['rounds before the point', 'ROUND(1250, -2)', 1300],
    ['has the rest of a division with the sign of the dividend', 'MOD(-7, 3)', -1],
    ['knows the largest, smallest and absolute', 'MAX(1, 3, 2) + MIN(1, 3) + ABS(-4)', 8],
    ['takes parts of a text', 'LEFT({!name}, 3) & MID({!name}, 4, 3) & RIGHT({!name}, 2)', 'Amélieis'],
    ['takes what is there where the part is longer', 'MID("abc", 2, 9) & LEFT("abc", 9) & RIGHT("abc", 9)', 'bcabcabc'],
    ['changes case and trims', 'LOWER("Ab") & UPPER("Ab") & TRIM("  x ")', 'abABx'],
    ['replaces each occurrence', 'SUBSTITUTE("a.b.c", ".", "$&")', 'a$&b$&c'],
    ['finds a place from one, also after another', 'FIND("a", "banana") * 10 + FIND("a", "banana", 3)', 24],
    ['finds nothing at zero', 'FIND("x", "banana")', 0],
    ['asks for parts of a text', 'CONTAINS("banana", "nan") && BEGINS("banana", "ba")', true],
    [
      'matches a pattern with the whole text only',
      'REGEX("ab1", "[a-z]+\\\\d") && NOT(REGEX("ab12", "[a-z]+\\\\d"))',
      true
    ],
    ['makes an id safe for those who ignore case', 'CASESAFEID({!id})', '0035g00000LmQwXAAV'],
    ['asks for a picklist value', 'ISPICKVAL({!$Record.Status__c}, "Approved")', true],
    ['has a picklist value as text', 'TEXT({!$Record.Status__c}) & BR()', 'Approved<br>'],
    ['chooses by a picklist', 'CASE({!$Record.Status__c}, "Approved", 1, 0)', 1],
    ['follows relationships', '{!$Record.Account.Name}', 'Acme']
  ])('%s', (_title, formula, expected) => {
    expect(valueOf(formula)).toBe(expected);
  });
});

describe('a blank in a formula', () => {
  it.each<[string, string, FieldValue]>([
    ['text is blank, empty or missing', 'ISBLANK({!noName}) && ISBLANK({!empty}) && ISBLANK("")', true],
    ['number is blank and null', 'ISBLANK({!noCount}) && ISNULL({!noCount})', true],
    ['text is never null', 'ISNULL({!noName})', false],
    ['text is replaced by BLANKVALUE, not by NULLVALUE', 'BLANKVALUE({!noName}, "x") & NULLVALUE({!noName}, "y")', 'x'],
    ['number is replaced by both', 'BLANKVALUE({!noCount}, 1) + NULLVALUE({!noCount}, 2)', 3],
    ['zero is not blank', 'BLANKVALUE(0, 7)', 0],
    ['text equals another and the empty one', '{!noName} = {!empty} && {!noName} = ""', true],
    ['text differs from one that is not', '{!noName} <> "x"', true],
    ['number makes a sum null', '{!noCount} + 1', null],
    ['number makes a product null', '{!noCount} * 2', null],
    ['number makes a maximum null', 'MAX({!noCount}, 2)', null],
    ['date makes a sum null', '{!noDay} + 1', null],
    ['text adds nothing to another', '{!noName} & "x" + {!noName}', 'x'],
    ['number equals nothing', 'IF({!noCount} = 5, 1, 2)', 2],
    ['number differs from nothing either', 'IF({!noCount} <> 5, 1, 2)', 2],
    ['number is neither more nor less, also not the other way round', 'OR({!noCount} > 5, NOT({!noCount} > 5))', false],
    [
      'text contains nothing, and does not lack it',
      'OR(CONTAINS({!noName}, "x"), NOT(CONTAINS({!noName}, "x")))',
      false
    ],
    ['text is contained in all', 'CONTAINS({!name}, {!noName})', true],
    ['text has no length and no place', 'LEN({!noName}) + FIND("x", {!noName})', 0],
    ['text has no parts', 'LEFT({!noName}, 3)', null],
    ['text has no number', 'VALUE({!noName})', null],
    ['number has no text', 'TEXT({!noCount})', null]
  ])('%s', (_title, formula, expected) => {
    expect(valueOf(formula)).toBe(expected);
  });

  it.each([
    ['a division by zero', '1 / 0'],
    ['an invalid number', 'VALUE("1 000") + 1'],
    ['a pattern that cannot be read', 'IF(REGEX("a", "["), 1, 2)'],
    ['a pattern that takes too long', `IF(REGEX("${'a'.repeat(40)}b", "(a+)+"), 1, 2)`],
    ['an invalid number of many digits', `VALUE("${'1'.repeat(100_000)}x")`],
    ['a condition that is an error', 'IF(AND(1 / 0 = 1, TRUE), 1, 2)']
  ])('is what %s gives', (_title, formula) => {
    expect(valueOf(formula)).toBeNull();
  });
});

describe('a formula about a save', () => {
  it.each<[string, string, FieldValue, FieldValue]>([
    ['knows whether the record is new', 'ISNEW()', true, false],
    ['knows a changed field; a new record has none', 'ISCHANGED({!$Record.Name})', false, true],
    ['knows a changed picklist', 'ISCHANGED({!$Record.Status__c})', false, true],
    ['knows what stayed blank', 'ISCHANGED({!$Record.Score__c})', false, false],
    ['knows the value before; of a new record, the value itself', 'PRIORVALUE({!$Record.Name})', 'New', 'Old'],
    ['knows the picklist value before', 'ISPICKVAL(PRIORVALUE({!$Record.Status__c}), "Requested")', false, true],
    ['reads the record before', '{!$Record__Prior.Name}', 'Old', 'Old']
  ])('%s', (_title, formula, created, updated) => {
    expect([valueOf(formula, true), valueOf(formula)]).toEqual([created, updated]);
  });
});

describe('a formula is refused for', () => {
  it.each([
    ['a parenthesis too few', 'LEFT("a", 1', "Syntax error.  Missing ')'"],
    ['a parenthesis too many', '(1))', "Syntax error. Extra ')'"],
    ['an end too early', '1 +', 'Syntax error'],
    ['an operator too many', '1 * / 2', "Syntax error.  Found '/'"],
    ['a curly quote', '“a”', "Syntax error.  Found '“'"],
    ['an escape that there isn’t', '"\\d"', `Syntax error.  Found '"'`],
    ['two values side by side', '1 2', "Syntax error.  Found '2'"],
    [
      'parentheses that are too deep',
      `${'('.repeat(50_000)}1`,
      'A formula is nested at most 100 deep (not modelled by this local org)'
    ],
    [
      'negations that are too deep',
      `${'!'.repeat(50_000)}TRUE`,
      'A formula is nested at most 100 deep (not modelled by this local org)'
    ],
    ['a name without braces', 'Name', 'Field Name does not exist. Check spelling.'],
    ['a field that there isn’t', '{!nope}', 'Field nope does not exist. Check spelling.'],
    ['a record', 'ISBLANK({!Get_Contact})', 'It contains an invalid flow element Get_Contact.'],
    ['a function that there isn’t', 'FOO(1)', 'Unknown function FOO. Check spelling.'],
    [
      'a function that the local org lacks',
      'YEAR({!day})',
      'The function YEAR is not supported (not modelled by this local org)'
    ],
    [
      'an argument too few',
      'LEFT("a")',
      "Incorrect number of parameters for function 'LEFT()'. Expected 2, received 1"
    ],
    [
      'an argument too many',
      'TODAY(1)',
      "Incorrect number of parameters for function 'TODAY()'. Expected 0, received 1"
    ],
    ['half a case', 'CASE(1, 2, 3)', "Incorrect number of parameters for function 'CASE()'. Expected 4, received 3"],
    [
      'an argument of the wrong type',
      'LEFT({!count}, 1)',
      "Incorrect parameter type for function 'LEFT()'. Expected Text, received Number"
    ],
    [
      'a number joined to a text',
      '{!name} & {!count}',
      "Incorrect parameter type for operator '&'. Expected Text, received Number"
    ],
    ['types that differ', '{!name} = 1', "Incorrect parameter type for operator '='. Expected Text, received Number"],
    [
      'branches that differ',
      'IF(TRUE, 1, "a")',
      "Incorrect parameter type for function 'IF()'. Expected Number, received Text"
    ],
    [
      'a text as a condition',
      'AND("a")',
      "Incorrect parameter type for function 'AND()'. Expected Boolean, received Text"
    ],
    [
      'the sum of two dates',
      '{!day} + {!day}',
      "Incorrect parameter type for operator '+'. Expected Number, received Date"
    ],
    ['a checkbox that is blank', 'ISBLANK({!isOn})', "Incorrect argument type for function 'ISBLANK()'. "],
    [
      'the text of a text',
      'TEXT({!name})',
      "Incorrect parameter type for function 'TEXT()'. Expected Number, Date, DateTime, Picklist, received Text"
    ],
    [
      'a picklist that is compared',
      '{!$Record.Status__c} = "Approved"',
      'Field $Record.Status__c is a picklist field. Picklist fields are only supported in certain functions.'
    ],
    [
      'a picklist that is blank',
      'ISBLANK(PRIORVALUE({!$Record.Status__c}))',
      'Field $Record.Status__c is a picklist field. Picklist fields are only supported in certain functions.'
    ],
    [
      'a change of another record',
      'ISCHANGED({!$Record.Account.Name})',
      'The ISCHANGED function cannot reference the $Record.Account.Name field.'
    ]
  ])('%s', (_title, formula, problem) => {
    const parsed = parseFormula(formula);
    expect(parsed.ok ? checkFormula(parsed.expression, typesOf) : { problem: parsed.problem }).toEqual({ problem });
  });
});
