import type { FormulaProblem } from './expression.ts';

export type Token =
  | { readonly kind: 'field' | 'name' | 'text' | 'symbol'; readonly text: string }
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'end'; readonly text: string };

/** A merge field, a number, a name or an operator. A name may have points, as in the engine's own grammar. */
const FORMS: readonly (readonly [Token['kind'], RegExp])[] = [
  ['field', /\{!([^{}]+)\}/y],
  ['number', /(\d+(?:\.\d+)?)/y],
  ['name', /([A-Za-z$][\w$:.#]*)/y],
  ['symbol', /(&&|\|\||<>|!=|==|<=|>=|[-+*/&=<>!(),])/y]
];

const BLANK = /(?:\s|\/\*[^]*?\*\/)+/y;
const TEXT = /"((?:[^"\\]|\\[nrtNRT"'\\])*)"|'((?:[^'\\]|\\[nrtNRT"'\\])*)'/y;

/** Splits a formula into tokens. Source: Salesforce's formula engine (github.com/salesforce/formula-engine), LexerRules.g4. */
export function tokensOf(formula: string): readonly Token[] | FormulaProblem {
  const tokens: Token[] = [];
  let at = 0;
  const take = (form: RegExp): RegExpExecArray | null => {
    form.lastIndex = at;
    const match = form.exec(formula);
    if (match !== null) at = form.lastIndex;
    return match;
  };
  /** Takes the first form that matches. It must not try the others, because each match moves the position. */
  const takeForm = (): Token | null => {
    for (const [kind, pattern] of FORMS) {
      const match = take(pattern);
      if (match !== null) return { kind, text: (match[1] ?? '').trim() };
    }
    return null;
  };
  for (;;) {
    take(BLANK);
    if (at >= formula.length) return [...tokens, { kind: 'end', text: '' }];
    const text = take(TEXT);
    if (text !== null) {
      tokens.push({ kind: 'text', text: unescaped(text[1] ?? text[2] ?? '') });
      continue;
    }
    const token = takeForm();
    if (token === null) return { problem: `Syntax error.  Found '${formula.charAt(at)}'` };
    tokens.push(token);
  }
}

function unescaped(text: string): string {
  return text.replace(/\\(.)/g, (_, character: string) => ESCAPED[character.toLowerCase()] ?? character);
}

const ESCAPED: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };
