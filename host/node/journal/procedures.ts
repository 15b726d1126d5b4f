import { procedures } from '../builder.ts';
import type { Host, Session } from '../context.ts';

/** Implements `journal.*`. */
export function journalProcedures({ journal, now }: Host) {
  /** Which living session writes which entry: an open document is not something that was left behind. */
  const owners = new Map<string, Session>();
  return {
    write: procedures.journal.write.handler(async ({ input, context }) => {
      const savedAt = now();
      if (context.session) {
        owners.set(input.id, context.session);
        context.session.journals.add(input.id);
      }
      await journal.write({ ...input, savedAt });
      return { savedAt };
    }),
    list: procedures.journal.list.handler(async ({ context }) => {
      const entries = await journal.list();
      return entries.filter(({ id }) => !ownedByAnother(owners, id, context.session));
    }),
    discard: procedures.journal.discard.handler(async ({ input }) => {
      await journal.discard(input.id);
      owners.delete(input.id);
      return {};
    }),
  };
}

/** A session that has ended has let go of its entries, see `endSession`. */
function ownedByAnother(owners: Map<string, Session>, id: string, session: Session | undefined): boolean {
  const owner = owners.get(id);
  return owner !== undefined && owner !== session && owner.journals.has(id);
}
