import type { books as id } from "../id/books.ts";

export const books: Record<keyof typeof id, string> = {};
