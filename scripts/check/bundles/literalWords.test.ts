import { literalWordsIn } from './literalWords.ts';

describe('words in a template', () => {
  it.each([
    ['in an element', '<template><p class="x">Hello</p></template>', ['Hello']],
    ['beside an expression', '<template><p>{name} is ready</p></template>', ['{name} is ready']],
    ['in an attribute that is read out', '<template><c-x label="Next" data-step="two"></c-x></template>', ['Next']],
    ['in an ARIA attribute', '<template><ul aria-label="Steps"></ul></template>', ['Steps']]
  ])('are found %s', (_where, html, words) => {
    expect(literalWordsIn(html)).toEqual(words);
  });

  it.each([
    ['an expression', '<template><p>{label.title}</p><c-x label={label.next}></c-x></template>'],
    ['a comment', '<template><!-- why this is here --><p>{a}</p></template>'],
    ['punctuation', '<template><p>{a} – {b}</p></template>'],
    ['other attributes', '<template><c-x variant="brand" icon-name="utility:check"></c-x></template>']
  ])('are not: %s', (_what, html) => {
    expect(literalWordsIn(html)).toEqual([]);
  });
});
