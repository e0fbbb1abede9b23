import pg from "pg";

/**
 * One connection carries one query at a time. Two at once inside a transaction are queued today and refused by the driver's next version;
 * SQLite never notices. So a test that does it fails, with the line that did.
 */
export function oneQueryAtATime(): void {
  const send = pg.Client.prototype.query as (...given: unknown[]) => unknown;
  const busy = new WeakSet<object>();
  function query(this: object, ...given: unknown[]): unknown {
    const answer = send.apply(this, given);
    if (!(answer instanceof Promise)) return answer;
    if (busy.has(this)) {
      void answer.catch(() => undefined);
      return Promise.reject(new Error("two queries at once in one transaction: await one after the other"));
    }
    busy.add(this);
    return answer.finally(() => busy.delete(this));
  }
  pg.Client.prototype.query = query as typeof pg.Client.prototype.query;
}
