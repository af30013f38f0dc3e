/** Replaces `lightning/flowSupport`, because sfdx-lwc-jest's stub drops the details of the events. */

export class FlowAttributeChangeEvent extends CustomEvent<{
  readonly attributeName: string;
  readonly attributeValue: unknown;
}> {
  constructor(attributeName: string, attributeValue: unknown) {
    super('lightning__flowattributechange', {
      bubbles: true,
      composed: true,
      detail: { attributeName, attributeValue }
    });
  }
}

export class FlowNavigationFinishEvent extends CustomEvent<undefined> {
  constructor() {
    super('lightning__flownavigationfinish', { bubbles: true, composed: true });
  }
}

export class FlowNavigationNextEvent extends CustomEvent<undefined> {
  constructor() {
    super('lightning__flownavigationnext', { bubbles: true, composed: true });
  }
}
