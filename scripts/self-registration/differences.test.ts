import { differences } from './differences.ts';

it.each([
  ['the same', 'a\nb', 'a\nb', []],
  ['a line more', 'a\nc', 'a\n  b\nc', ['+ b']],
  ['a line less', 'a\nb\nc', 'a\nc', ['- b']],
  ['another line', 'a\nb\nc', 'a\nx\nc', ['- b', '+ x']],
  ['changes at both ends', 'a\nb\nc', 'x\nb\ny', ['- a', '+ x', '- c', '+ y']]
])('two texts differ in %s', (_title, before, after, lines) => {
  expect(differences(before, after)).toEqual(lines);
});
