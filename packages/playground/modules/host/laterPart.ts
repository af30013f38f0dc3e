/** A browser asks for a module once, so only a reload asks again. */
const MISSING =
  'This part of the playground can’t be loaded. The terminal of npm start says why. Reload the page to try it again.';

/** Loads a part that is built later. Where it can't be loaded, `say` hears it, and the error goes on to the console. */
export async function loadPart<Part>(load: () => Promise<Part>, say: (words: string) => void): Promise<Part> {
  try {
    return await load();
  } catch (error) {
    say(MISSING);
    throw error;
  }
}
