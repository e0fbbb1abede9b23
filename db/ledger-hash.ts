import { createHash } from "node:crypto";

/** An entry as it stands in the database; what is hashed is all of it, so that no column can be changed unnoticed. */
export type HashedEntry = {
  id: string;
  book: string;
  sequence: number;
  kind: string;
  key: string;
  causeKind: string;
  causeId: string;
  actorId: string | null;
  memo: string;
  at: Date;
  previousHash: string;
  postings: readonly { accountCode: string; amount: number; orderLineId: string | null }[];
};

type Content = Pick<HashedEntry, "book" | "kind" | "key" | "causeKind" | "causeId" | "memo" | "postings">;

/** Of what the entry says, without when, by whom and where in its book: a repeated request has the same one. */
export function inputHashOf(entry: Content): string {
  return sha256(JSON.stringify(contentOf(entry)));
}

/** Chains the entry to the one before it in its book. Lists, not objects: the order of what is hashed cannot drift. */
export function entryHashOf(entry: HashedEntry): string {
  const { id, sequence, actorId, at, previousHash } = entry;
  return sha256(JSON.stringify([previousHash, id, sequence, actorId, at.getTime(), contentOf(entry)]));
}

function contentOf({ book, kind, key, causeKind, causeId, memo, postings }: Content): unknown[] {
  return [
    book,
    kind,
    key,
    causeKind,
    causeId,
    memo,
    postings.map((posting) => [posting.accountCode, posting.amount, posting.orderLineId]),
  ];
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
