/** Who keeps a row from being written: a transaction that runs at the same time, or a test. */
export interface Locks {
  /**
   * The first of the rows that another one holds, by id; null once they are free, and then `holder` has them. Who holds
   * none itself waits for those who do, which takes no time here.
   */
  take(ids: readonly string[], holder: string | undefined): string | null;
  /** Gives back all that a holder has. */
  release(holder: string): void;
  /** Makes the next `attempts` attempts to lock a row fail. */
  refuse(id: string, attempts: number): void;
  /** Forgets what `refuse` was told. */
  clear(): void;
}

/** Nothing is locked yet. Ids are those of 18 characters. */
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
