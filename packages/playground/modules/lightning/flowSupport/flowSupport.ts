/**
 * Stand-in for `lightning/flowSupport`, the events of a component on a flow screen. Event names are those of the
 * platform's jest stubs, and the detail of a changed attribute is that of public stubs. LWC Guide:
 * lightning-flow-support, use-flow-screen-navigate.
 */
export const FLOW_ATTRIBUTE_CHANGE = 'lightning__flowattributechange';
export const FLOW_NAVIGATION_BACK = 'lightning__flownavigationback';
export const FLOW_NAVIGATION_NEXT = 'lightning__flownavigationnext';
export const FLOW_NAVIGATION_PAUSE = 'lightning__flownavigationpause';
export const FLOW_NAVIGATION_FINISH = 'lightning__flownavigationfinish';

const INIT = { bubbles: true, composed: true, cancelable: true } as const;

export interface AttributeChange {
  readonly attributeName: string;
  readonly attributeValue: unknown;
}

/** Tells the flow that an attribute of the component has a new value. */
export class FlowAttributeChangeEvent extends CustomEvent<AttributeChange> {
  constructor(attributeName: string, attributeValue: unknown) {
    super(FLOW_ATTRIBUTE_CHANGE, { ...INIT, detail: { attributeName, attributeValue } });
  }
}

/** Asks the flow for the previous screen. */
export class FlowNavigationBackEvent extends CustomEvent<undefined> {
  constructor() {
    super(FLOW_NAVIGATION_BACK, INIT);
  }
}

/** Asks the flow for the next screen. */
export class FlowNavigationNextEvent extends CustomEvent<undefined> {
  constructor() {
    super(FLOW_NAVIGATION_NEXT, INIT);
  }
}

/** Asks the flow to pause the interview. */
export class FlowNavigationPauseEvent extends CustomEvent<undefined> {
  constructor() {
    super(FLOW_NAVIGATION_PAUSE, INIT);
  }
}

/** Asks the flow to finish. */
export class FlowNavigationFinishEvent extends CustomEvent<undefined> {
  constructor() {
    super(FLOW_NAVIGATION_FINISH, INIT);
  }
}
