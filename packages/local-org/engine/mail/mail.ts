export interface Mail {
  readonly id: string;
  readonly to: string;
  readonly from: string;
  readonly subject: string;
  readonly text: string;
  /** The set-password link in the text, if it has one. */
  readonly link: string | null;
  /** ISO 8601, by the org's clock. */
  readonly sentAt: string;
  /** The user to whom it is sent. */
  readonly userId: string;
  /** The whole message as RFC 5322 text. */
  readonly eml: string;
}
