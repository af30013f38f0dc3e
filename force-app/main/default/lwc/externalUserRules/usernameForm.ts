/** Why a text can't be a username. `place` counts characters from 1. */
export type UsernameFault =
  | { readonly code: 'notAUsername' }
  | { readonly code: 'usernameCharacter'; readonly character: string; readonly place: number };

const IN_LOCAL_PART = /^[\w.!#$%&'*+/=?^`{|}~@-]$/;
const IN_DOMAIN = /^[a-z\d.-]$/i;

/**
 * Checks the form of an email address: Object Reference, "User", Username [F-074]. More than one @ is left to the org,
 * because reports of what it takes differ.
 */
export function findUsernameFault(text: string): UsernameFault | null {
  const characters = Array.from(text);
  const at = characters.lastIndexOf('@');
  const wrong = characters.findIndex(
    (character, index) => !(index <= at || at < 0 ? IN_LOCAL_PART : IN_DOMAIN).test(character)
  );
  if (wrong >= 0) {
    return { code: 'usernameCharacter', character: visible(characters[wrong] ?? ''), place: wrong + 1 };
  }
  return /^[^@].*@[^@.]+(?:\.[^@.]+)+$/.test(text) ? null : { code: 'notAUsername' };
}

/** Whether every org takes the text as the form of a username. */
export function isUsernameForm(text: string): boolean {
  return findUsernameFault(text) === null && !hasSeveralAts(text);
}

export function hasSeveralAts(text: string): boolean {
  return text.indexOf('@') !== text.lastIndexOf('@');
}

/** Blanks, marks and invisible characters by their code, all others as they are. */
function visible(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return /^[\p{Z}\p{C}\p{M}]$/u.test(character) ? `U+${code}` : character;
}
