/**
 * Stand-in for `lightning/flowSupport`: what a component on a flow screen asks of the flow around it. LWC:
 * lightning-flow-support, use-flow-screen-navigate. Event names as the platform's jest stubs have them; the detail of a
 * changed attribute as public stubs write it.
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

/** Tells the flow that a property of the component has a new value. */
export class FlowAttributeChangeEvent extends CustomEvent<AttributeChange> {
  constructor(attributeName: string, attributeValue: unknown) {
    super(FLOW_ATTRIBUTE_CHANGE, { ...INIT, detail: { attributeName, attributeValue } });
  }
}

/** Asks for the screen before. */
export class FlowNavigationBackEvent extends CustomEvent<undefined> {
  constructor() {
    super(FLOW_NAVIGATION_BACK, INIT);
  }
}

/** Asks for the next screen. */
export class FlowNavigationNextEvent extends CustomEvent<undefined> {
  constructor() {
    super(FLOW_NAVIGATION_NEXT, INIT);
  }
}

/** Asks to keep the interview for later. */
export class FlowNavigationPauseEvent extends CustomEvent<undefined> {
  constructor() {
    super(FLOW_NAVIGATION_PAUSE, INIT);
  }
}

/** Asks to end the flow. */
export class FlowNavigationFinishEvent extends CustomEvent<undefined> {
  constructor() {
    super(FLOW_NAVIGATION_FINISH, INIT);
  }
}
