import { stripTypeScriptTypes } from 'node:module';

let isWarned = false;

/**
 * Replaces types by blanks, so that nothing moves. null where that is not enough: the text isn't valid, or has syntax that
 * becomes JavaScript, as an enum does.
 */
export function stripTypes(source: string): string | null {
  if (!isWarned) {
    isWarned = true;
    withoutWarning(() => stripTypeScriptTypes(''));
  }
  try {
    return stripTypeScriptTypes(source);
  } catch {
    return null;
  }
}

/** Node warns once that the function may change. The project pins its Node, so the warning says nothing new. */
function withoutWarning(call: () => void): void {
  const emitWarning = process.emitWarning.bind(process);
  process.emitWarning = () => undefined;
  try {
    call();
  } finally {
    process.emitWarning = emitWarning;
  }
}
