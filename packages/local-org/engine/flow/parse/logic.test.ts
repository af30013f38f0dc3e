import { parseXml } from '../../xml/xml.ts';
import { holds } from '../model/values.ts';
import { readLogic } from './logic.ts';
import type { Problems } from './xmlValues.ts';

/** Whether three conditions hold as a logic combines them, the first and third being met. */
function holdsFor(logic: string): boolean | string {
  const xml = parseXml(`<rules><conditionLogic>${logic}</conditionLogic></rules>`);
  if (!xml.ok) throw new Error(xml.problem);
  const problems: Problems = [];
  const read = readLogic(xml.root, 'conditionLogic', 3, problems);
  return problems[0]?.problem ?? holds(read, (index) => index !== 1);
}

describe('conditions of which the first and third are met hold', () => {
  it.each([
    ['all by', 'and', false],
    ['any by', 'or', true],
    ['by number', '1 AND 3', true],
    ['by number', '1 AND 2', false],
    ['in parentheses', '1 AND (2 OR 3)', true],
    ['in parentheses', '(1 AND 2) OR (2 AND 3)', false],
    ['but for', '1 AND NOT 2', true],
    ['but for', 'NOT (1 OR 2)', false],
    ['in lower case', '1 and 3 and not 2', true],
    ['without a word', '', false]
  ])('%s %s: %s', (_how, logic, expected) => {
    expect(holdsFor(logic)).toBe(expected);
  });

  it.each(['1 AND 4', '1 AND 2 OR 3', '1 2', '(1', 'xor', '0'])('not by %s, which is no logic over them', (logic) => {
    expect(holdsFor(logic)).toBe(`<conditionLogic> ${logic} is no logic over 3 conditions`);
  });
});
