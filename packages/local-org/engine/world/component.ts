import type { XmlElement } from '../xml/xml.ts';

/** Files by path in the package, such as `lwc/card/card.js`. */
export type Files = ReadonlyMap<string, Uint8Array>;

/** A metadata component as the zip of a deploy contains it. */
export interface SourceComponent {
  /** The XML name of the metadata type. */
  readonly type: string;
  readonly fullName: string;
  /** The file that a deploy result names. Components of one file, such as custom labels, share it. */
  readonly fileName: string;
  readonly xml: XmlElement;
  /** Empty for a component inside the file of another one, such as a CustomLabel. */
  readonly files: Files;
}

/** A component of an org. */
export interface DeployedComponent extends SourceComponent {
  readonly id: string;
  readonly createdById: string;
  /** ISO 8601 in UTC. */
  readonly createdDate: string;
  readonly lastModifiedById: string;
  readonly lastModifiedDate: string;
  /** The compiled code of a Lightning web component. */
  readonly code?: string;
}

const decoder = new TextDecoder();

/** Decodes a file as UTF-8 text. */
export function textOfFile(bytes: Uint8Array): string {
  return decoder.decode(bytes);
}
