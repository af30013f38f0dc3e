import { differences } from './differences.ts';

it.each([
  ['no line', 'a\nb', 'a\nb', []],
  ['an added line', 'a\nc', 'a\n  b\nc', ['+ b']],
  ['a removed line', 'a\nb\nc', 'a\nc', ['- b']],
  ['a changed line', 'a\nb\nc', 'a\nx\nc', ['- b', '+ x']],
  ['lines at both ends', 'a\nb\nc', 'x\nb\ny', ['- a', '+ x', '- c', '+ y']]
])('Two texts differ in %s.', (_title, before, after, lines) => {
  expect(differences(before, after)).toEqual(lines);
});
