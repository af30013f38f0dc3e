import { terminalText } from '../../shared/terminalText.ts';

/** A text as HTML shows it: no markup, and no character that is obeyed. */
export function escaped(text: string): string {
  return terminalText(text).replace(/[&<>"']/g, (character) => `&#${String(character.charCodeAt(0))};`);
}
