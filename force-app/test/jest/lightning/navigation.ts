import type { PageReference } from 'lightning/navigation';

/** Replaces `lightning/navigation`; the mock `navigate` records the targets. */
export const navigate = jest.fn<undefined, [PageReference]>();

const Navigate = Symbol('Navigate');
const GenerateUrl = Symbol('GenerateUrl');

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- TypeScript requires any[] in the constructor of a mixin's base
type Base = new (...parameters: any[]) => object;

function mixIn<Component extends Base>(base: Component): Component {
  return class extends base {
    [Navigate](pageReference: PageReference): void {
      navigate(pageReference);
    }

    [GenerateUrl](): Promise<string> {
      return Promise.resolve('https://northwind.lightning.force.com/lightning/page/home');
    }
  };
}

export const NavigationMixin = Object.assign(mixIn, { Navigate, GenerateUrl });
