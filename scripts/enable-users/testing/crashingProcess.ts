import { openDatabase, type Database } from '../store/database.ts';
import type { WriteApi } from '../transports/writeApi.ts';

/** Ends the process, as kill -9 does. */
export class Crash extends Error {
  override readonly name = 'Crash';
}

/**
 * A process that is killed right after one of its effects: a request that changes the org, or a write to the disk. From then
 * on it sends and writes nothing. A kill between two effects leaves the same behind as one after the first of them.
 */
export interface CrashingProcess {
  /** What it has done, in order. */
  readonly effects: readonly string[];
  /** The requests of the process. Those after its end throw Crash. */
  requests(api: WriteApi): WriteApi;
  /** Opens the database of the process. */
  readonly open: (path: string) => Database;
}

/** `end` is the number of the effect after which it is killed, from 1; 0 is before the first, and null is never. */
export function createCrashingProcess(end: number | null = null): CrashingProcess {
  const effects: string[] = [];

  const stopIfOver = (): void => {
    if (end !== null && effects.length >= end) throw new Crash();
  };
  const done = (effect: string): void => {
    effects.push(effect);
    stopIfOver();
  };

  async function change<Value>(effect: string, ask: () => Promise<Value>): Promise<Value> {
    stopIfOver();
    const answer = await ask();
    done(effect);
    return answer;
  }

  async function read<Value>(ask: () => Promise<Value>): Promise<Value> {
    stopIfOver();
    return ask();
  }

  function open(path: string): Database {
    const database = openDatabase(path);
    let isInTransaction = false;

    function write<Value>(work: () => Value): Value {
      if (isInTransaction) return work();
      stopIfOver();
      const value = work();
      done('a write');
      return value;
    }

    return {
      run: (sql, ...values) =>
        CHANGES_NOTHING.test(sql) ? database.run(sql, ...values) : write(() => database.run(sql, ...values)),
      change: (sql, ...values) => write(() => database.change(sql, ...values)),
      first: (sql, ...values) => {
        stopIfOver();
        return database.first(sql, ...values);
      },
      each: (sql, ...values) => {
        stopIfOver();
        return database.each(sql, ...values);
      },
      transaction: (work) =>
        write(() => {
          if (isInTransaction) return work();
          isInTransaction = true;
          try {
            return database.transaction(work);
          } finally {
            isInTransaction = false;
          }
        }),
      setDurable: (isDurable) => {
        database.setDurable(isDurable);
      },
      close: () => {
        database.close();
      }
    };
  }

  return {
    effects,
    requests: (api) => ({
      send: (method, path, body) => {
        const ask = (): ReturnType<WriteApi['send']> => api.send(method, path, body);
        return method === 'GET' ? read(ask) : change(`${method} ${withoutIds(path)}`, ask);
      },
      upload: (path, csv) => change(`PUT ${withoutIds(path)}`, () => api.upload(path, csv)),
      download: (path) => read(() => api.download(path)),
      query: (soql) => read(() => api.query(soql))
    }),
    open
  };
}

/** Each opening of a store says again which tables there are. */
const CHANGES_NOTHING = /^(?:CREATE|PRAGMA) /u;

function withoutIds(path: string): string {
  return path.replace(/\/(?=\w*\d)\w{15,18}\b/gu, '/ID').replace(/\/$/u, '');
}
