/** A text in SOQL (SOQL and SOSL Reference, Quoted String Escape Sequences). */
export function quoted(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`;
}

/** The texts of an `IN (…)`. */
export function quotedList(texts: readonly string[]): string {
  return texts.map(quoted).join(', ');
}
