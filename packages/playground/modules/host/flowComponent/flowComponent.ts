import { LightningElement, api } from 'lwc';
import {
  FLOW_ATTRIBUTE_CHANGE,
  FLOW_NAVIGATION_BACK,
  FLOW_NAVIGATION_FINISH,
  FLOW_NAVIGATION_NEXT,
  FLOW_NAVIGATION_PAUSE,
  type AttributeChange
} from '../../lightning/flowSupport/flowSupport.ts';
import { declaredProperties, loadComponent, type ComponentConstructor } from '../../platform/componentLoader.ts';
import { problemOf, type ComponentProblem } from '../../platform/componentProblem.ts';
import type { FlowScreenComponent } from '../../../metadata/flowScreenComponents.ts';
import { context } from '../../platform/context.ts';
import type { FlowAction, FlowField } from '../../platform/flowScreen.ts';
import { attributesOf, initialAttributes, validityOf } from './screenComponent.ts';

const NAVIGATION: Readonly<Record<string, FlowAction>> = {
  [FLOW_NAVIGATION_BACK]: 'BACK',
  [FLOW_NAVIGATION_FINISH]: 'FINISH',
  [FLOW_NAVIGATION_NEXT]: 'NEXT',
  [FLOW_NAVIGATION_PAUSE]: 'PAUSE'
};

/**
 * A Lightning web component on a flow screen. It gets its inputs and `availableActions`, and sends events for changed
 * attributes and for navigation. The flow asks it for its validity and its outputs. LWC Guide: use-flow.
 */
export default class FlowComponent extends LightningElement {
  @api field: FlowField | undefined;
  @api availableActions: readonly FlowAction[] = [];

  componentConstructor: ComponentConstructor | null = null;
  attributes: Readonly<Record<string, unknown>> = {};
  errorMessage = '';
  problem: ComponentProblem | null = null;

  #isListening = false;

  override connectedCallback(): void {
    void this.load();
  }

  /** The component's events bubble to this frame, and must not reach the page. */
  override renderedCallback(): void {
    const frame: unknown = this.refs?.['frame'];
    if (this.#isListening || !(frame instanceof HTMLElement)) {
      return;
    }
    this.#isListening = true;
    frame.addEventListener(FLOW_ATTRIBUTE_CHANGE, (event) => {
      event.stopPropagation();
      if (event instanceof CustomEvent) {
        this.takeChange(event.detail as AttributeChange);
      }
    });
    for (const [name, action] of Object.entries(NAVIGATION)) {
      frame.addEventListener(name, (event) => {
        event.stopPropagation();
        const detail = action;
        this.dispatchEvent(new CustomEvent('navigateflow', { detail, bubbles: true, composed: true }));
      });
    }
  }

  /** Catches an error that the component threw while it was created or rendered. */
  override errorCallback(error: Error): void {
    this.componentConstructor = null;
    this.problem = problemOf(this.name, error);
  }

  get isLoading(): boolean {
    return this.componentConstructor === null && this.problem === null;
  }

  get properties(): Record<string, unknown> {
    const { componentConstructor, attributes, availableActions } = this;
    return componentConstructor === null
      ? {}
      : declaredProperties<unknown>(componentConstructor, { ...attributes, availableActions });
  }

  @api validate(): boolean {
    const { isValid, errorMessage } = validityOf(this.component);
    this.errorMessage = errorMessage;
    return isValid;
  }

  @api answer(): Record<string, unknown> {
    return this.component === null ? {} : attributesOf(this.component, this.definition?.attributes ?? []);
  }

  get component(): HTMLElement | null {
    return this.template?.querySelector<HTMLElement>('.component') ?? null;
  }

  /** `c/rateContact` for the `c:rateContact` of the flow. */
  get name(): string {
    return this.field?.extensionName.replace(':', '/') ?? '';
  }

  get definition(): FlowScreenComponent | undefined {
    return context.flowScreenComponents.find(({ bundle }) => this.name === `c/${bundle}`);
  }

  async load(): Promise<void> {
    const { definition, field } = this;
    if (definition === undefined) {
      this.problem = problemOf(this.name, new Error('It is not exposed to lightning__FlowScreen'));
      return;
    }
    this.attributes = initialAttributes(definition.attributes, field?.inputs ?? {});
    try {
      this.componentConstructor = await loadComponent(definition.bundle);
    } catch (error) {
      this.problem = problemOf(this.name, error);
    }
  }

  /** Passes the new value down to the component, as a flow does. LWC Guide: use-best-practices-reactivity. */
  takeChange({ attributeName, attributeValue }: AttributeChange): void {
    this.attributes = { ...this.attributes, [attributeName]: attributeValue };
  }
}
