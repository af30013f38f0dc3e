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
 * Runs a screen flow: asks the org for a screen, shows it, checks the answers, and asks for the next. Sends `finished` when
 * it is over; unless somebody prevents that, it starts anew. Help: Understanding When a Screen Flow Finishes.
 */
export default class FlowRuntime extends LightningElement {
  interview: FlowInterview | null = null;
  isBusy = false;
  isOver = false;
  /** Screens that were shown: each is drawn anew, also the same one again. */
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

  /** Whoever reads with a screen reader or the keyboard goes on in the new screen. */
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

  /** As the mail to the administrator says it. Help: Default Flow Error Handling. */
  get failure(): string {
    if (this.interview?.status !== 'error') {
      return '';
    }
    const { element, message } = this.interview;
    return element === '' ? message : `An error occurred at element ${element}.\n${message}`;
  }

  /** A field that loses the focus takes its complaint away, and the button from under the pointer before it is released. */
  handleFooterMouseDown(event: Event): void {
    event.preventDefault();
  }

  handleButton(event: Event): void {
    const { currentTarget: button } = event;
    if (!(button instanceof HTMLElement)) {
      return;
    }
    // What is committed when a field is left, such as a date, is so before it is read.
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

  /** Whoever goes on has every answer checked; whoever goes back has none. */
  async navigate(action: FlowAction): Promise<void> {
    const { interview } = this;
    if (interview?.status !== 'screen' || this.isBusy || !interview.screen.availableActions.includes(action)) {
      return;
    }
    const fields = [...(this.template?.querySelectorAll<FlowFieldElement & HTMLElement>('host-flow-field') ?? [])];
    // Every field shows what is wrong with it, not just the first.
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

  /** A flow that shows no screen would start anew for ever. */
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
