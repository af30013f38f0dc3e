/** Milliseconds between two looks; the browser tells of one return to the tab more than once. */
const PAUSE = 3000;

/** Tells when a person comes back to the tab, for example from the page on which something was fixed. */
export class TabReturn {
  private readonly handle: () => void;
  private last = 0;

  constructor(handle: () => void) {
    this.handle = handle;
  }

  watch(): void {
    this.last = Date.now();
    window.addEventListener('focus', this.look);
    document.addEventListener('visibilitychange', this.look);
  }

  leave(): void {
    window.removeEventListener('focus', this.look);
    document.removeEventListener('visibilitychange', this.look);
  }

  private readonly look = (): void => {
    const now = Date.now();
    if (document.visibilityState === 'visible' && now - this.last >= PAUSE) {
      this.last = now;
      this.handle();
    }
  };
}
