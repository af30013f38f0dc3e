import { ACTION_WALK } from './action.ts';
import { BLOCKERS_WALK } from './blockers.ts';
import { LIST_WALK } from './list.ts';
import { REGISTRATION_WALK } from './registration.ts';
import { REVIEW_WALK } from './review.ts';
import { STATUS_WALK } from './status.ts';
import type { Walk } from './walk.ts';

/** Together they pass every screen, by the names of their pictures. */
export const WALKS: Readonly<Record<string, Walk>> = {
  action: ACTION_WALK,
  blockers: BLOCKERS_WALK,
  status: STATUS_WALK,
  list: LIST_WALK,
  review: REVIEW_WALK,
  registration: REGISTRATION_WALK
};
