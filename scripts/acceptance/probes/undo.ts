/** Takes one thing back. Answers what the org keeps of it, or null for nothing. */
export type TakeBack = () => Promise<string | null>;

/** What a probe wrote, to be taken back in the opposite order. */
export interface Undo {
  add(takeBack: TakeBack): void;
  /** Takes everything back, also after one attempt failed. Answers what the org keeps. */
  run(): Promise<readonly string[]>;
}

export function createUndo(): Undo {
  const stack: TakeBack[] = [];
  return {
    add: (takeBack) => {
      stack.push(takeBack);
    },
    run: async () => {
      const kept: string[] = [];
      for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
        try {
          const left = await next();
          if (left !== null) kept.push(left);
        } catch (error) {
          kept.push(error instanceof Error ? error.message : String(error));
        }
      }
      return kept;
    }
  };
}
