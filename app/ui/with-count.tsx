/** "Kerajinan (12)", where only plain text may stand. */
export function withCount(text: string, count: number): string {
  return `${text} (${count})`;
}

/** The same with the figure in the background. */
export function WithCount({ text, count }: { text: string; count: number }) {
  return (
    <>
      {text}
      {/* A margin, since a flex box drops the blank between them. */}
      <span className="ms-1.5 font-normal tabular-nums opacity-80">({count})</span>
    </>
  );
}
