import { api, LightningElement, wire } from 'lwc';
import { FlowAttributeChangeEvent, FlowNavigationNextEvent } from 'lightning/flowSupport';
import { graphql, type GraphQLDocument, type GraphQLResult } from 'lightning/graphql';
import language from '@salesforce/i18n/lang';
import { fill, labels } from 'c/externalUserLabels';
import { reviewLabels } from 'c/externalUserListLabels';
import { isPending, valueOr, type Fact } from 'c/externalUserRules';
import { ageOf } from './age.ts';
import { REQUESTS_QUERY, toAccessRequests, type AccessRequest, type AccessRequests } from './requests.ts';

type Verdict = 'Approved' | 'Rejected';

/** An input of a form. */
interface Input extends HTMLElement {
  readonly value: string;
  reportValidity(): boolean;
}

/**
 * The screen of the flow Review External Access: who waits for how long, with a question for each verdict. It reads only; the flow
 * saves, and shows the screen again with the contacts that were decided.
 */
export default class ExternalAccessReview extends LightningElement {
  /** The contacts that were decided in this interview. */
  @api decidedIds: readonly string[] | null | undefined;
  /** What Salesforce said about the last decision, if it was not saved. */
  @api fault: string | null | undefined;

  // — outputs: events report them to the flow —

  @api contactId: string | null = null;
  @api verdict: string | null = null;
  @api reason: string | null = null;

  @wire(graphql, { query: '$query', variables: '$variables' })
  receiveRequests(result: GraphQLResult): void {
    this.result = result;
    // The answer may be of the cache, from before the last decision.
    if (!this.#isFresh && result.refresh !== undefined) {
      this.#isFresh = true;
      void result.refresh();
    }
  }

  labels = { ...labels, ...reviewLabels };
  private result: GraphQLResult = {};
  /** The question that is open: one contact, one verdict. */
  private asked: { readonly contactId: string; readonly verdict: Verdict } | null = null;
  private isSent = false;
  private isOpened = false;

  // `#` fields are not reactive, so they cause no rendering.
  #isFresh = false;
  #focus: 'heading' | 'question' | null = null;

  get query(): GraphQLDocument | undefined {
    return this.isOpened ? REQUESTS_QUERY : undefined;
  }

  get variables() {
    return { decidedIds: this.decidedIds ?? [] };
  }

  /** The flow sets the inputs before the component is connected. */
  override connectedCallback(): void {
    this.isOpened = true;
    this.#focus = this.variables.decidedIds.length > 0 || this.notSaved !== '' ? 'heading' : null;
  }

  override renderedCallback(): void {
    const place =
      this.#focus === null || this.isLoading ? null : this.template?.querySelector<HTMLElement>(`.${this.#focus}`);
    if (place) {
      this.#focus = null;
      place.focus();
    }
  }

  // — what is on screen —

  get isLoading(): boolean {
    return isPending(this.requests);
  }

  get problem(): string {
    const { requests } = this;
    if (requests.kind === 'known' || requests.reason === 'pending') {
      return '';
    }
    return requests.reason === 'failed' ? reviewLabels.unanswered : reviewLabels.unreadable;
  }

  get notSaved(): string {
    return this.fault ? fill(reviewLabels.notSaved, [this.fault]) : '';
  }

  get summary(): string {
    const { count = 0 } = valueOr(this.requests, undefined) ?? {};
    return count === 0 ? reviewLabels.none : fill(reviewLabels.waiting, [String(count)]);
  }

  get rows() {
    const now = Date.now();
    return (valueOr(this.requests, undefined)?.waiting ?? []).map((request) => this.rowOf(request, now));
  }

  get decidedRows() {
    return (valueOr(this.requests, undefined)?.decided ?? []).map((row) => ({
      ...row,
      href: `/lightning/r/Contact/${row.id}/view`,
      verdict: `${row.name} · ${row.status}`,
      linkLabel: fill(reviewLabels.open, [row.name])
    }));
  }

  private rowOf(request: AccessRequest, now: number) {
    const { id, name, about, accountId, isPerson, score } = request;
    const asked = this.asked?.contactId === id ? this.asked.verdict : null;
    const age = ageOf(request.requestedOn, now, language);
    return {
      ...request,
      about: about.join(' · '),
      href:
        isPerson && accountId !== null ? `/lightning/r/Account/${accountId}/view` : `/lightning/r/Contact/${id}/view`,
      since: age === null ? reviewLabels.sinceUnknown : fill(reviewLabels.since, [age]),
      score: score === null ? '' : fill(reviewLabels.score, [score]),
      canDecide: !isPerson && asked === null,
      isApproving: asked === 'Approved',
      isRejecting: asked === 'Rejected',
      approveName: fill(reviewLabels.approveName, [name]),
      rejectName: fill(reviewLabels.rejectName, [name]),
      question: fill(reviewLabels.askApprove, [name]),
      reasonLabel: fill(reviewLabels.reason, [name])
    };
  }

  /** Depends on this answer only: a wire whose request depends on its own answer repeats without end. */
  private get requests(): Fact<AccessRequests> {
    return toAccessRequests(this.result, this.variables.decidedIds);
  }

  // — what a person does —

  handleAskApprove(event: Event): void {
    this.ask(event, 'Approved');
  }

  handleAskReject(event: Event): void {
    this.ask(event, 'Rejected');
  }

  handleCancel(): void {
    this.asked = null;
    this.#focus = 'heading';
  }

  handleRecheck(): void {
    void this.result.refresh?.();
  }

  /** A field that loses the focus hides its error, which would move the button away before the click ends. */
  handleMouseDown(event: Event): void {
    event.preventDefault();
  }

  handleApprove(): void {
    this.send('');
  }

  handleReject(): void {
    const input = this.template?.querySelector<Input>('.reason');
    if (input?.reportValidity()) {
      this.send(input.value.trim());
    }
  }

  private ask(event: Event, verdict: Verdict): void {
    const { currentTarget: button } = event;
    const contactId = button instanceof HTMLElement ? button.dataset['contact'] : undefined;
    if (contactId !== undefined) {
      this.asked = { contactId, verdict };
      this.#focus = 'question';
    }
  }

  /** A second click does nothing. */
  private send(reason: string): void {
    if (this.asked === null || this.isSent) {
      return;
    }
    this.isSent = true;
    Object.assign(this, this.asked, { reason });
    for (const output of ['contactId', 'verdict', 'reason'] as const) {
      this.dispatchEvent(new FlowAttributeChangeEvent(output, this[output]));
    }
    this.dispatchEvent(new FlowNavigationNextEvent());
  }
}
