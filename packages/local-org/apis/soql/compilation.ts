import type { ApiError } from '../shared/errors.ts';
import type { View } from '../shared/view.ts';

/** A query while it is compiled. The caller is told the first of the problems. */
export interface Compilation {
  readonly view: View;
  readonly soql: string;
  /** `v68.0`, for the URLs of records. */
  readonly version: string;
  readonly problems: ApiError[];
}
