/** The tab that a key leads to; undefined for a key that means nothing here (WAI-ARIA APG, Tabs, Keyboard Interaction). */
export function tabForKey(
  key: string,
  names: readonly string[],
  open: string,
  isRightToLeft: boolean
): string | undefined {
  const step = { ArrowRight: isRightToLeft ? -1 : 1, ArrowLeft: isRightToLeft ? 1 : -1 }[key];
  switch (key) {
    case 'Home':
      return names[0];
    case 'End':
      return names.at(-1);
    default:
      return step === undefined ? undefined : names.at((names.indexOf(open) + step) % names.length);
  }
}
