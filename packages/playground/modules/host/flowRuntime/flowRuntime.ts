import { LightningElement, api } from 'lwc';
import { resumeInterview, startInterview, type FlowAnswers, type FlowInputs } from '../../platform/flowInterview.ts';
import {
  FLOW_ACTIONS,
  type FlowAction,
  type FlowField,
  type FlowInterview,
  type FlowScreen
} from '../../platform/flowScreen.ts';
import type FlowFieldElement from '../flowField/flowField.ts';
import { setPageTitle } from '../pageTitle.ts';
import { footerOf } from './footer.ts';

/**
 * Runs a screen flow: gets a screen from the org, shows it, validates the values, and gets the next screen. At the end
 * it sends `finished`, and starts the flow again unless the event is canceled. Salesforce Help: Understanding When a
 * Screen Flow Finishes.
 */
export default class FlowRuntime extends LightningElement {
  interview: FlowInterview | null = null;
  isBusy = false;
  isOver = false;
  /** Counts the screens that were shown, so that each is rendered from scratch, even the same one again. */
  shown = 0;

  #flow: { readonly name: string; readonly inputs: FlowInputs } | null = null;
  #needsFocus = false;

  @api
  get flow(): { readonly name: string; readonly inputs: FlowInputs } | null {
    return this.#flow;
  }
  set flow(flow: { readonly name: string; readonly inputs: FlowInputs } | null) {
    this.#flow = flow;
    void this.start();
  }

  /** Moves the focus, so that users of a keyboard or a screen reader continue in the new screen. */
  override renderedCallback(): void {
    const screen: unknown = this.refs?.['screen'];
    if (this.#needsFocus && screen instanceof HTMLElement) {
      this.#needsFocus = false;
      screen.focus({ preventScroll: true });
    }
  }

  get screen(): FlowScreen | null {
    return this.interview?.status === 'screen' ? this.interview.screen : null;
  }

  get screenKey(): string {
    return String(this.shown);
  }

  get fields(): { readonly key: string; readonly field: FlowField }[] {
    return (this.screen?.fields ?? []).map((field) => ({ key: `${this.screenKey} ${field.name}`, field }));
  }

  get footer(): ReturnType<typeof footerOf> {
    return this.screen === null ? { left: [], right: [] } : footerOf(this.screen);
  }

  /** Why the flow did not start, such as that it has no active version; empty once an element of it ran. */
  get refusal(): string {
    return this.interview?.status === 'error' && this.interview.element === '' ? this.interview.message : '';
  }

  /** The error in the words of the mail to the administrator. Salesforce Help: Default Flow Error Handling. */
  get failure(): string {
    if (this.interview?.status !== 'error') {
      return '';
    }
    const { element, message } = this.interview;
    return `An error occurred at element ${element}.\n${message}`;
  }

  /** A field that loses the focus hides its error, which would move the button away before the click ends. */
  handleFooterMouseDown(event: Event): void {
    event.preventDefault();
  }

  handleButton(event: Event): void {
    const { currentTarget: button } = event;
    if (!(button instanceof HTMLElement)) {
      return;
    }
    // Some fields, such as a date, commit their value only when they lose the focus.
    button.focus();
    const { action: name } = button.dataset;
    const action = FLOW_ACTIONS.find((candidate) => candidate === name);
    if (action !== undefined) {
      void this.navigate(action);
    }
  }

  handleNavigate(event: CustomEvent<FlowAction>): void {
    void this.navigate(event.detail);
  }

  async start(): Promise<void> {
    if (this.#flow !== null) {
      this.isOver = false;
      this.shown = 0;
      const { name, inputs } = this.#flow;
      await this.take(startInterview(name, inputs));
    }
  }

  /** Validates every field before a step forward, and none before a step back. */
  async navigate(action: FlowAction): Promise<void> {
    const { interview } = this;
    if (interview?.status !== 'screen' || this.isBusy || !interview.screen.availableActions.includes(action)) {
      return;
    }
    const fields = [...(this.template?.querySelectorAll<FlowFieldElement & HTMLElement>('host-flow-field') ?? [])];
    // Every field shows its error, not only the first one.
    const isValid = action === 'BACK' || action === 'PAUSE' || fields.map((field) => field.validate()).every(Boolean);
    if (isValid) {
      const values: FlowAnswers = Object.fromEntries(fields.flatMap((field) => field.answer()));
      await this.take(resumeInterview(interview.interviewId, action, values));
    }
  }

  async take(asked: Promise<FlowInterview>): Promise<void> {
    this.isBusy = true;
    const interview = await asked;
    this.isBusy = false;
    if (interview.status === 'finished') {
      this.finish();
      return;
    }
    this.interview = interview;
    if (interview.status === 'screen') {
      setPageTitle(interview.screen.flowLabel);
      this.#needsFocus = this.shown > 0;
      this.shown += 1;
    }
  }

  /** A flow without screens is not started again, because it would run in an endless loop. */
  finish(): void {
    const hasShownScreens = this.shown > 0;
    const goesOn = this.dispatchEvent(new CustomEvent('finished', { cancelable: true }));
    this.interview = null;
    if (goesOn && hasShownScreens) {
      void this.start();
    } else {
      this.isOver = goesOn;
    }
  }
}
