import { AsyncLocalStorage } from 'node:async_hooks';
import { type ClientSession, type MongoClient, MongoError } from 'mongodb';

/** How often it is asked whether a transaction was committed when the answer was lost. */
const COMMIT_ATTEMPTS = 3;

/** Transactions, and which one each piece of work is in. */
export class Sessions {
  readonly #client: MongoClient;
  readonly #open = new AsyncLocalStorage<ClientSession>();

  constructor(client: MongoClient) {
    this.#client = client;
  }

  /** Options by which a command is part of the transaction under way, if there is one. */
  options(): { session?: ClientSession } {
    const session = this.#open.getStore();
    return session === undefined ? {} : { session };
  }

  /** Whether a transaction is under way: it is undone as a whole, so no command of it can be tried again. */
  get inTransaction(): boolean {
    return this.#open.getStore() !== undefined;
  }

  /** Does `work` in a transaction of its own, which everything is part of that uses `options`. */
  async transaction<T>(work: () => Promise<T>): Promise<T> {
    const session = this.#client.startSession();
    try {
      session.startTransaction({ readConcern: { level: 'snapshot' }, writeConcern: { w: 'majority' } });
      const result = await this.#open.run(session, work);
      await commit(session);
      return result;
    } catch (error) {
      // What cannot be aborted now is by the server when its time is up.
      if (session.inTransaction()) await session.abortTransaction().catch(() => undefined);
      throw error;
    } finally {
      await session.endSession();
    }
  }
}

/** To commit again what was committed does nothing. */
async function commit(session: ClientSession): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await session.commitTransaction();
    } catch (error) {
      const unknown = error instanceof MongoError && error.hasErrorLabel('UnknownTransactionCommitResult');
      if (!unknown || attempt === COMMIT_ATTEMPTS) throw error;
    }
  }
}
