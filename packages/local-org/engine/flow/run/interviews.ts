import type { Org, Person } from '../../../types.ts';
import type { InterviewRequest, InterviewResult } from './automation.ts';
import type { Navigation } from './navigate.ts';

export type { InterviewRequest, InterviewResult } from './automation.ts';
export type { Navigation } from './navigate.ts';
export type { NavigationAction, ShownField, ShownScreen } from './screens.ts';
export type { ShownChoice } from './choices.ts';

/** Runs flows in one transaction, in the name of the first request's person. Results are in the order of the requests. */
export function runInterviews(org: Org, requests: readonly InterviewRequest[]): readonly InterviewResult[] {
  return org.automation.run(requests);
}

/** Goes on with an interview that shows a screen to this person. */
export function resumeInterview(
  org: Org,
  person: Person,
  interviewId: string,
  navigation: Navigation
): InterviewResult {
  return org.automation.resume(person, interviewId, navigation);
}
