/** A user who may call the APIs. An access token, which changes with each session, identifies the person. */
export interface Person {
  /** What a host shows: `Sales Ops`. */
  readonly label: string;
  readonly userId: string;
  readonly username: string;
  readonly accessToken: string;
}
