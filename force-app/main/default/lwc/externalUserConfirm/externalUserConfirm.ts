import { api, LightningElement } from 'lwc';
import { labels } from 'c/externalUserLabels';

/** Detail of the event `ask`: the action around asks it in its footer, in place of its buttons. */
export interface Question {
  readonly sentence: string;
  /** What follows from a yes. */
  readonly body?: string;
  readonly confirmLabel: string;
  readonly isDestructive: boolean;
  /** Runs while the question stays; it goes when this ends. */
  readonly confirm: () => Promise<void>;
  /** Moves the focus back to where the question came from. */
  readonly returnFocus?: () => void;
}

/** Asks a question and takes the focus. The event `answered` says that it is over; until then its buttons are off. */
export default class ExternalUserConfirm extends LightningElement {
  @api question: Question | undefined;

  labels = labels;
  isBusy = false;
  private hasFocused = false;

  get variant(): string {
    return this.question?.isDestructive === true ? 'destructive' : 'brand';
  }

  override renderedCallback(): void {
    if (!this.hasFocused) {
      this.hasFocused = true;
      this.template?.querySelector<HTMLElement>('h3')?.focus();
    }
  }

  /** The question stands where its button was, so that the second click of a double click must not answer it. */
  handleConfirm({ detail: clicks }: UIEvent): void {
    if (this.question !== undefined && !this.isBusy && clicks < 2) {
      void this.run(this.question);
    }
  }

  handleCancel(): void {
    this.dispatchEvent(new CustomEvent('answered'));
  }

  handleKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Escape') {
      // Escape must close only the question, not the modal around it.
      event.preventDefault();
      event.stopPropagation();
      if (!this.isBusy) {
        this.handleCancel();
      }
    }
  }

  private async run({ confirm }: Question): Promise<void> {
    this.isBusy = true;
    try {
      await confirm();
    } finally {
      this.handleCancel();
    }
  }
}
