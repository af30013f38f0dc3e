/** Answers what the last call made until an argument changes, because a rendering asks for one value many times. */
export function memoized<Given extends readonly unknown[], Made>(make: (...given: Given) => Made) {
  let last: { readonly given: Given; readonly made: Made } | undefined;
  return (...given: Given): Made => {
    if (last === undefined || given.some((value, place) => value !== last?.given[place])) {
      last = { given, made: make(...given) };
    }
    return last.made;
  };
}
