/** Attributes that a person reads or hears. */
const SPOKEN_ATTRIBUTE =
  /\s((?:aria-)?(?:label|title|alternative-text|placeholder|header|help-text|description))="([^"]*)"/g;

/** Words that stand in a template itself, where only custom labels should speak. Expressions (`{label.title}`) are fine. */
export function literalWordsIn(html: string): readonly string[] {
  const markup = html.replaceAll(/<!--[\s\S]*?-->/g, '');
  const texts = markup.replaceAll(/<[^<>]*>/g, '\n').split('\n');
  const attributes = [...markup.matchAll(SPOKEN_ATTRIBUTE)].map(([, , value = '']) => value);
  return [...texts, ...attributes].map((text) => text.trim()).filter(hasWords);
}

function hasWords(text: string): boolean {
  return /\p{L}/u.test(text.replaceAll(/\{[^{}]*\}/g, ''));
}
