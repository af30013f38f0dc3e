import { showControls } from 'c/externalUserRules';

/** The first character of a text that no value may have, in words; null where there is none. */
export function controlCharacterIn(text: string): string | null {
  if (showControls(text) === text) return null;
  const found = Array.from(text).find((character) => showControls(character) !== character) ?? '';
  if (found === '\n' || found === '\r') return 'a line break';
  return found === '\t' ? 'a tab' : `a character that is not shown, ${showControls(found)}`;
}
