/** Row locks. A transaction that runs at the same time holds them, or a test makes them fail. */
export interface Locks {
  /**
   * Locks rows for a holder. Returns null, or the id of the first row that another holder has; then nothing is locked.
   * Without a holder nothing is kept: such a transaction waits for the others, which takes no time here.
   */
  take(ids: readonly string[], holder: string | undefined): string | null;
  /** Releases all locks of a holder. */
  release(holder: string): void;
  /** Makes the next attempts to lock a row fail, as many as `attempts` says. */
  refuse(id: string, attempts: number): void;
  /** Takes back every `refuse`. */
  clear(): void;
}

/** Locks of an org in which no row is locked yet. All ids have 18 characters. */
export function createLocks(): Locks {
  const holderOf = new Map<string, string>();
  const idsOf = new Map<string, string[]>();
  const refusals = new Map<string, number>();

  function isRefused(id: string): boolean {
    const left = refusals.get(id) ?? 0;
    if (left > 1) refusals.set(id, left - 1);
    else refusals.delete(id);
    return left > 0;
  }

  return {
    take: (ids, holder) => {
      const isHeld = (id: string): boolean => holder !== undefined && (holderOf.get(id) ?? holder) !== holder;
      const locked = ids.find((id) => isHeld(id) || isRefused(id));
      if (locked !== undefined) return locked;
      if (holder === undefined) return null;
      const held = idsOf.get(holder) ?? [];
      idsOf.set(holder, held);
      for (const id of ids) {
        if (holderOf.has(id)) continue;
        holderOf.set(id, holder);
        held.push(id);
      }
      return null;
    },
    release: (holder) => {
      for (const id of idsOf.get(holder) ?? []) holderOf.delete(id);
      idsOf.delete(holder);
    },
    refuse: (id, attempts) => {
      refusals.set(id, attempts);
    },
    clear: () => {
      refusals.clear();
    }
  };
}
