/** A text, a whole number, or an address that can be followed. */
export type FigureCell = string | number | { address: string };

/** A page of a workbook: a title above, then rows of texts, whole rupiah and addresses; `strong` counts from 0 which of them are heads or totals. */
export type FigurePage = { name: string; title: string; rows: FigureCell[][]; strong: readonly number[] };
