import { openDatabase, type Database } from '../store/database.ts';
import type { WriteApi } from '../transports/writeApi.ts';

/** Ends the process, as kill -9 does. */
export class Crash extends Error {
  override readonly name = 'Crash';
}

/**
 * A process that ends at one of its points: before or after a request is carried out, before or after something is written
 * to the disk. From then on it sends and writes nothing.
 */
export interface CrashingProcess {
  /** The points that it has passed, in order. */
  readonly points: readonly string[];
  /** The requests of the process. */
  requests(api: WriteApi): WriteApi;
  /** Opens the database of the process. */
  readonly open: (path: string) => Database;
}

/** `end` is the number of the point, from 1; null for a process that doesn't end there. */
export function createCrashingProcess(end: number | null = null): CrashingProcess {
  const points: string[] = [];

  const stopIfOver = (): void => {
    if (end !== null && points.length >= end) throw new Crash();
  };
  const pass = (point: string): void => {
    stopIfOver();
    points.push(point);
    stopIfOver();
  };

  async function request<Value>(name: string, ask: () => Promise<Value>): Promise<Value> {
    pass(`before ${name}`);
    const answer = await ask();
    pass(`after ${name}`);
    return answer;
  }

  function open(path: string): Database {
    const database = openDatabase(path);
    let isInTransaction = false;

    function write<Value>(work: () => Value): Value {
      if (isInTransaction) return work();
      pass('before a write');
      const value = work();
      pass('after a write');
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
    points,
    requests: (api) => ({
      send: (method, path, body) => request(`${method} ${kindOf(path)}`, () => api.send(method, path, body)),
      upload: (path, csv) => request(`PUT ${kindOf(path)}`, () => api.upload(path, csv)),
      download: (path) => request(`GET ${kindOf(path)}`, () => api.download(path)),
      query: (soql) => request(`query of ${/FROM (\w+)/u.exec(soql)?.[1] ?? ''}`, () => api.query(soql))
    }),
    open
  };
}

/** Each opening of a store says again which tables there are. */
const CHANGES_NOTHING = /^(?:CREATE|PRAGMA) /u;

/** A path without its ids. */
function kindOf(path: string): string {
  return path.replace(/\/(?=\w*\d)\w{15,18}\b/gu, '/ID').replace(/\/$/u, '');
}
