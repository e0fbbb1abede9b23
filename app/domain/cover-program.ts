/** A way to cover some rows: how often it covers which row, and what it costs. */
export type Cover = { rows: readonly number[]; times: readonly number[]; cost: number };

const TINY = 1e-7;
const PIVOTS_BETWEEN = 500;

/**
 * The linear program "cover each row as often as it is needed, for the least money", solved by the revised simplex method with columns that
 * may be added as one goes (Gilmore & Gomory, Operations Research 9, 1961). Its dual prices say what a row is worth; they are never negative.
 */
export class CoverProgram {
  readonly columns: Cover[] = [];
  /** How often each row is to be covered. */
  readonly needed: readonly number[];
  readonly #rows: number;
  /** The inverse of the basis, row by row. */
  readonly #inverse: Float64Array[];
  readonly #level: Float64Array;
  /** The columns in the basis; below zero −1 − row: more than is needed of that row. */
  readonly #basis: Int32Array;
  readonly prices: Float64Array;
  /** Since the inverse was last computed from the basis. */
  #pivots = 0;

  /** @param alone one cover for each row that covers nothing else, once: with them the program begins */
  constructor(needed: readonly number[], alone: readonly number[]) {
    this.needed = needed;
    this.#rows = needed.length;
    this.#inverse = needed.map((_, row) => {
      const line = new Float64Array(this.#rows);
      line[row] = 1;
      return line;
    });
    this.#level = Float64Array.from(needed);
    this.#basis = Int32Array.from(needed, (_, row) => row);
    this.prices = Float64Array.from(alone);
    for (const [row, cost] of alone.entries()) this.add({ rows: [row], times: [1], cost });
  }

  add(cover: Cover): void {
    this.columns.push(cover);
  }

  /** Goes on until no known column is worth more than it costs. @returns whether it got there within so many steps */
  solve(mostSteps: number): boolean {
    for (let step = 0; step < mostSteps; step++) {
      if (this.#pivots >= PIVOTS_BETWEEN) this.#invertAnew();
      const entering = this.#mostWorth();
      if (entering !== undefined) this.#enter(entering);
      else if (this.#pivots === 0) return true;
      else this.#invertAnew();
    }
    return false;
  }

  /** From the basis itself: what is changed step by step drifts, after some thousand steps too far to be called solved. */
  #invertAnew(): void {
    const inverse = inverseOf(this.#basis.length, (at) => this.#coverAt(at));
    this.#pivots = 0;
    if (!inverse) return;
    this.prices.fill(0);
    for (const [at, line] of inverse.entries()) {
      this.#inverse[at] = line;
      this.#level[at] = line.reduce((level, value, row) => level + value * (this.needed[row] ?? 0), 0);
      const { cost } = this.#coverAt(at);
      if (cost === 0) continue;
      for (let row = 0; row < this.#rows; row++) this.prices[row] = (this.prices[row] ?? 0) + cost * (line[row] ?? 0);
    }
  }

  #coverAt(at: number): Cover {
    return this.#coverOf(this.#basis[at] ?? 0);
  }

  #coverOf(column: number): Cover {
    if (column < 0) return { rows: [-1 - column], times: [-1], cost: 0 };
    return this.columns[column] ?? { rows: [], times: [], cost: 0 };
  }

  #mostWorth(): number | undefined {
    let best: number | undefined;
    let most = TINY;
    for (let position = 0; position < this.columns.length; position++) {
      const column = this.columns[position];
      if (!column) break;
      const gain = this.worthOf(column) - column.cost;
      if (gain > most * (1 + Math.abs(column.cost) * 1e-12)) [best, most] = [position, gain];
    }
    for (let row = 0; row < this.#rows; row++) {
      const gain = -(this.prices[row] ?? 0);
      if (gain > most) [best, most] = [-1 - row, gain];
    }
    return best;
  }

  /** What all that is needed is worth by the prices: the least money once {@link solve} got there. */
  get value(): number {
    return this.needed.reduce((all, times, row) => all + times * (this.prices[row] ?? 0), 0);
  }

  worthOf({ rows, times }: Pick<Cover, "rows" | "times">): number {
    let worth = 0;
    for (let position = 0; position < rows.length; position++)
      worth += (this.prices[rows[position] ?? 0] ?? 0) * (times[position] ?? 0);
    return worth;
  }

  #enter(entering: number): void {
    const column = this.#coverOf(entering);
    const direction = new Float64Array(this.#rows);
    let leaving = -1;
    let least = Number.POSITIVE_INFINITY;
    for (let row = 0; row < this.#rows; row++) {
      const line = this.#inverse[row];
      let value = 0;
      for (let position = 0; position < column.rows.length; position++)
        value += (line?.[column.rows[position] ?? 0] ?? 0) * (column.times[position] ?? 0);
      direction[row] = value;
      if (value <= 1e-9) continue;
      const ratio = Math.max(0, this.#level[row] ?? 0) / value;
      // Of equal ratios the larger pivot: the smaller one loses digits.
      if (ratio < least - 1e-12 || (ratio < least + 1e-12 && value > (direction[leaving] ?? 0))) {
        least = Math.min(least, ratio);
        leaving = row;
      }
    }
    if (leaving >= 0) this.#pivot({ leaving, entering, direction, gain: this.worthOf(column) - column.cost });
  }

  #pivot({
    leaving,
    entering,
    direction,
    gain,
  }: {
    leaving: number;
    entering: number;
    direction: Float64Array;
    gain: number;
  }): void {
    const line = this.#inverse[leaving];
    if (!line) return;
    const pivot = direction[leaving] ?? 1;
    const filled: number[] = [];
    for (let position = 0; position < this.#rows; position++) {
      const value = line[position] ?? 0;
      if (value === 0) continue;
      line[position] = value / pivot;
      filled.push(position);
    }
    const level = (this.#level[leaving] ?? 0) / pivot;
    for (let row = 0; row < this.#rows; row++) {
      const factor = direction[row] ?? 0;
      const other = this.#inverse[row];
      if (row === leaving || factor === 0 || !other) continue;
      for (const position of filled) other[position] = (other[position] ?? 0) - factor * (line[position] ?? 0);
      this.#level[row] = (this.#level[row] ?? 0) - factor * level;
    }
    this.#level[leaving] = level;
    this.#basis[leaving] = entering;
    this.#pivots++;
    for (const position of filled) this.prices[position] = (this.prices[position] ?? 0) - gain * (line[position] ?? 0);
  }
}

/** The inverse of the matrix of these columns by Gauss and Jordan, row by row; null where it has none. */
function inverseOf(size: number, coverAt: (at: number) => Cover): Float64Array[] | null {
  const unit = (at?: number): Float64Array =>
    Float64Array.from({ length: size }, (_, position) => (position === at ? 1 : 0));
  const left = Array.from({ length: size }, () => unit());
  const right = Array.from({ length: size }, (_, at) => unit(at));
  for (let at = 0; at < size; at++)
    for (const [position, row] of coverAt(at).rows.entries()) {
      const line = left[row];
      if (line) line[at] = coverAt(at).times[position] ?? 0;
    }
  for (let at = 0; at < size; at++) {
    let best = at;
    for (let row = at + 1; row < size; row++)
      if (Math.abs(left[row]?.[at] ?? 0) > Math.abs(left[best]?.[at] ?? 0)) best = row;
    const [pivotLeft, pivotRight] = [left[best], right[best]];
    const pivot = pivotLeft?.[at] ?? 0;
    if (!pivotLeft || !pivotRight || Math.abs(pivot) < 1e-11) return null;
    [left[best], left[at]] = [left[at] ?? pivotLeft, pivotLeft];
    [right[best], right[at]] = [right[at] ?? pivotRight, pivotRight];
    divide(pivotLeft, pivot);
    divide(pivotRight, pivot);
    for (let row = 0; row < size; row++) {
      const factor = left[row]?.[at] ?? 0;
      if (row === at || factor === 0) continue;
      takeAway(left[row], pivotLeft, factor);
      takeAway(right[row], pivotRight, factor);
    }
  }
  return right;
}

function divide(line: Float64Array, by: number): void {
  for (let at = 0; at < line.length; at++) line[at] = (line[at] ?? 0) / by;
}

function takeAway(from: Float64Array | undefined, line: Float64Array, factor: number): void {
  if (!from) return;
  for (let at = 0; at < line.length; at++) from[at] = (from[at] ?? 0) - factor * (line[at] ?? 0);
}
