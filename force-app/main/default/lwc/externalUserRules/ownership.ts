/** A request that was to create the user of a contact. Times are those of the org's clock, in milliseconds since 1970. */
export interface UserSend {
  readonly username: string;
  /** Id of the user who sent it; null where it isn't known. */
  readonly senderId: string | null;
  /** The user can't have been created before. */
  readonly from: number;
  /** The user can't have been created later. */
  readonly to: number;
  /** Whether the org said what became of it: an id, or a refusal that is clear. */
  readonly hasAnswer: boolean;
}

/** The user of the contact as a query shows it; null for what can't be read. */
export interface HolderOrigin {
  readonly username: string;
  readonly createdById: string | null;
  /** ISO 8601, as SOQL or GraphQL answers it. */
  readonly createdDate: string | null;
}

/** `unknown`: nothing speaks against it, and something that would prove it can't be read. */
export type MadeBySend = 'yes' | 'no' | 'unknown';

/**
 * How far a clock that was not compared with the org's may be off. No document gives a bound; a quartz clock that nothing
 * corrects takes months to lose as much. Milliseconds.
 */
export const CLOCK_ALLOWANCE = 5 * 60_000;

/**
 * Whether the holder of a contact is the user that this very send created. The username alone proves nothing, as anybody
 * may have given it: sender and time have to fit too (SOAP API Developer Guide, "System Fields"
 * [F-090]). A send with an answer needs no proof, and its refusal means that somebody else made the user.
 */
export function isMadeBySend(send: UserSend, holder: HolderOrigin): MadeBySend {
  if (send.hasAnswer || nameOf(send) !== nameOf(holder)) {
    return 'no';
  }
  const isBySender =
    send.senderId === null || holder.createdById === null ? null : isSameId(send.senderId, holder.createdById);
  const created = timeOf(holder.createdDate);
  const isInTime = created === null ? null : wholeSeconds(send.from) <= created && created <= send.to;
  if (isBySender === false || isInTime === false) {
    return 'no';
  }
  return isBySender === null || isInTime === null ? 'unknown' : 'yes';
}

function nameOf({ username }: { readonly username: string }): string {
  return username.trim().toLowerCase();
}

/** An id has 15 characters, or 18 with a checksum (Object Reference, "ID Field Type"). */
function isSameId(one: string, other: string): boolean {
  return one.slice(0, 15) === other.slice(0, 15);
}

/** An org may drop the fraction of a second. */
function wholeSeconds(time: number): number {
  return Math.floor(time / 1000) * 1000;
}

/** SOQL writes the offset as `+0000`, which not every browser reads. */
function timeOf(date: string | null): number | null {
  const time = Date.parse((date ?? '').replace(/([+-]\d\d)(\d\d)$/, '$1:$2'));
  return Number.isNaN(time) ? null : time;
}
