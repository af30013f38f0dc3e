import { record } from './answers.ts';
import { settled } from './screen.ts';
import { create } from './testOrg.ts';

/** Requests that wait until the test answers them, in their order. */
export interface Held {
  /** Creates the record. */
  readonly answer: () => Promise<void>;
  readonly reject: (reason: unknown) => Promise<void>;
}

/** Holds requests for new users back; permission sets are assigned at once. */
export function holdCreation(): Held {
  const waiting: { readonly resolve: () => void; readonly reject: (reason: unknown) => void }[] = [];
  create.mockImplementation(async ({ apiName, fields }) => {
    if (apiName === 'User') {
      await new Promise<void>((resolve, reject) => waiting.push({ resolve, reject }));
    }
    return record(apiName, '00500001000000IAAQ', { Username: String(fields['Username']) });
  });
  return {
    answer: async () => {
      waiting.shift()?.resolve();
      await settled();
    },
    reject: async (reason) => {
      create.mockResolvedValue(record('User', '00500001000000IAAQ', {}));
      waiting.shift()?.reject(reason);
      await settled();
    }
  };
}
