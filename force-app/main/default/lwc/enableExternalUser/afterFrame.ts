/** Calls a function once, after the next frame was drawn and the first requests have left. */
export class AfterFrame {
  private readonly call: () => void;
  private frame = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(call: () => void) {
    this.call = call;
  }

  start(): void {
    // eslint-disable-next-line @lwc/lwc/no-async-operation -- cancelled with the component
    this.frame = requestAnimationFrame(() => {
      // The browser draws between this callback and the next task.
      // eslint-disable-next-line @lwc/lwc/no-async-operation -- cancelled with the component
      this.timer = setTimeout(this.call);
    });
  }

  cancel(): void {
    cancelAnimationFrame(this.frame);
    clearTimeout(this.timer);
  }
}
