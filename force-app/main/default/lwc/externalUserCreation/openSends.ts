import { CLOCK_ALLOWANCE, isMadeBySend, type ExistingUser, type Failure, type MadeBySend } from 'c/externalUserRules';

/** Requests without a clear answer. One of them may have created the user, or may still create it. */
export interface OpenSends {
  /** When the first one was sent, by the browser's clock. */
  readonly since: number;
  readonly usernames: readonly string[];
  /** What came instead of a clear answer to the last one. */
  readonly failure?: Failure;
}

export function withSend(open: OpenSends | null, since: number, username: string): OpenSends {
  return { since: open?.since ?? since, usernames: [...(open?.usernames ?? []), username] };
}

/** Whether the contact's user is the one that these requests of the sender created; without any it is somebody else's. */
export function isMadeBy(open: OpenSends | null, user: ExistingUser, senderId: string, now: number): MadeBySend {
  const { username, createdById = null, createdDate = null } = user;
  const made = (open?.usernames ?? []).map((sent) =>
    isMadeBySend(
      {
        username: sent,
        senderId,
        // A component can't read the org's clock.
        from: (open?.since ?? now) - CLOCK_ALLOWANCE,
        to: now + CLOCK_ALLOWANCE,
        hasAnswer: false
      },
      { username, createdById, createdDate }
    )
  );
  return made.find((each) => each === 'yes') ?? made.find((each) => each === 'unknown') ?? 'no';
}
