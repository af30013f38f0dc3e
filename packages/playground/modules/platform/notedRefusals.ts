import { refusalOf } from './refusals.ts';

/** What the page was refused so far. */
const noted = new Set<string>();
const listeners = new Set<(sentences: readonly string[]) => void>();

/** Remembers a refusal for the page, which says it once, and returns its sentence. */
export function note(sentence: string): string {
  if (!noted.has(sentence)) {
    noted.add(sentence);
    const sentences = [...noted];
    for (const listener of [...listeners]) {
      listener(sentences);
    }
  }
  return sentence;
}

/** Notes that a module of the page is not modelled. `component` used it, when that is known. */
export function noteRefusal(module: string, component?: string): string {
  const sentence = refusalOf(module) ?? module;
  return note(component === undefined ? sentence : `${component}: ${sentence}`);
}

/** Calls the listener now and after each refusal. Returns a function that stops this. */
export function onRefusals(listener: (sentences: readonly string[]) => void): () => void {
  listener([...noted]);
  listeners.add(listener);
  return () => listeners.delete(listener);
}
