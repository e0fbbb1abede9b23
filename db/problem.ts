export type DatabaseProblem = "duplicate" | "refused" | "busy" | "full" | "other";

/** What a database error means, for both engines. */
export function databaseProblem(error: unknown): DatabaseProblem {
  const cause = error instanceof Error && error.cause ? error.cause : error;
  const code = String((cause as { code?: unknown } | null)?.code ?? "");
  if (code === "SQLITE_CONSTRAINT_UNIQUE" || code === "SQLITE_CONSTRAINT_PRIMARYKEY" || code === "23505")
    return "duplicate";
  if (code.startsWith("SQLITE_CONSTRAINT") || code.startsWith("23") || code === "P0001") return "refused";
  if (
    code.startsWith("SQLITE_BUSY") ||
    code === "SQLITE_LOCKED" ||
    code === "40001" ||
    code === "40P01" ||
    code === "55P03"
  )
    return "busy";
  if (code === "SQLITE_FULL" || code.startsWith("SQLITE_IOERR") || code === "53100") return "full";
  return "other";
}
