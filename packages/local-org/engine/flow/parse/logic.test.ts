import { parseXml } from '../../xml/xml.ts';
import { holds } from '../model/values.ts';
import { readLogic } from './logic.ts';
import type { Problems } from './xmlValues.ts';

/** Whether a logic over three conditions is true if the first and the third are met. */
function holdsFor(logic: string): boolean | string {
  const xml = parseXml(`<rules><conditionLogic>${logic}</conditionLogic></rules>`);
  if (!xml.ok) throw new Error(xml.problem);
  const problems: Problems = [];
  const read = readLogic(xml.root, 'conditionLogic', 3, problems);
  return problems[0]?.problem ?? holds(read, (index) => index !== 1);
}

describe('the logic of three conditions, of which the first and the third are met,', () => {
  it.each([
    ['of all', 'and', false],
    ['of any', 'or', true],
    ['of numbers', '1 AND 3', true],
    ['of numbers', '1 AND 2', false],
    ['with parentheses', '1 AND (2 OR 3)', true],
    ['with parentheses', '(1 AND 2) OR (2 AND 3)', false],
    ['with NOT', '1 AND NOT 2', true],
    ['with NOT', 'NOT (1 OR 2)', false],
    ['in lower case', '1 and 3 and not 2', true],
    ['without a word', '', false]
  ])('%s (%s) is %s', (_how, logic, expected) => {
    expect(holdsFor(logic)).toBe(expected);
  });

  it.each(['1 AND 4', '1 AND 2 OR 3', '1 2', '(1', 'xor', '0'])('is refused for %s', (logic) => {
    expect(holdsFor(logic)).toBe(`<conditionLogic> ${logic} is no logic over 3 conditions`);
  });
});
