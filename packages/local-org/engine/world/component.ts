import type { XmlElement } from '../xml/xml.ts';

/** Files by path in the package, such as `lwc/card/card.js`. */
export type Files = ReadonlyMap<string, Uint8Array>;

/** One component as a deploy's zip holds it. */
export interface SourceComponent {
  /** The metadata type by its XML name. */
  readonly type: string;
  readonly fullName: string;
  /** The file that a result names: the component's own, or the one that holds it among others. */
  readonly fileName: string;
  readonly xml: XmlElement;
  /** Empty for a component inside another's file, such as a CustomLabel. */
  readonly files: Files;
}

/** A component that an org holds. */
export interface DeployedComponent extends SourceComponent {
  readonly id: string;
  readonly createdById: string;
  /** ISO 8601 in UTC. */
  readonly createdDate: string;
  readonly lastModifiedById: string;
  readonly lastModifiedDate: string;
  /** Of a Lightning web component: what the platform's compiler made of it. */
  readonly code?: string;
}

const decoder = new TextDecoder();

/** A file's content as UTF-8 text. */
export function textOfFile(bytes: Uint8Array): string {
  return decoder.decode(bytes);
}
