import { add, type Rupiah, rupiah, sum, ZERO } from "./money.ts";
import { ProblemIn } from "./problem-in.ts";
import { allocate } from "./split.ts";

/** A part of the year's surplus; `by` shares it among the members by their business with the cooperative or their capital. */
export type SurplusFund = { name: string; basisPoints: number; by?: "transactions" | "capital" | undefined };

export type SurplusInput = {
  surplus: Rupiah;
  funds: readonly SurplusFund[];
  /** Capital is simpanan pokok + wajib. In the order of the members' numbers, which breaks ties. */
  members: readonly { id: string; capital: Rupiah; transactions: Rupiah }[];
};

export type Surplus = {
  funds: { name: string; rupiah: Rupiah }[];
  members: { id: string; transactions: Rupiah; capital: Rupiah; total: Rupiah }[];
};

/**
 * Shares out a cooperative's yearly surplus (SHU, sisa hasil usaha): first into funds by basis points, then each member fund by its base,
 * all by largest remainder. The percentages are the members' meeting's (UU 25/1992 ps. 45), so they must sum to exactly 10,000.
 * @throws ProblemIn naming the field, for a loss, percentages that do not sum to 100 %, or a fund that no member qualifies for
 */
export function shareSurplus({ surplus, funds, members }: SurplusInput): Surplus {
  if (surplus < 0)
    throw new ProblemIn("surplus", "a loss is not shared: the members' meeting must decide how it is covered");
  const percentages = funds.reduce((all, fund) => all + fund.basisPoints, 0);
  if (percentages !== 10_000)
    throw new ProblemIn("funds", `the basis points sum to ${percentages}, and must sum to 10000`);
  const parts = allocate(
    surplus,
    funds.map((fund) => fund.basisPoints),
  );

  const shared = members.map(({ id }) => ({ id, transactions: ZERO, capital: ZERO, total: ZERO }));
  for (const [position, { name, basisPoints, by }] of funds.entries()) {
    if (!by || basisPoints === 0) continue;
    const bases = members.map((member) => member[by]);
    if (!bases.some((base) => base > 0))
      throw new ProblemIn(
        `funds[${position}]`,
        `no member qualifies for "${name}": the members' meeting must decide where it goes`,
      );
    const amounts = allocate(parts[position] ?? ZERO, bases);
    for (const [place, row] of shared.entries()) row[by] = add(row[by], amounts[place] ?? ZERO);
  }
  return {
    funds: funds.map(({ name }, position) => ({ name, rupiah: rupiah(parts[position] ?? 0) })),
    members: shared.map((row) => ({ ...row, total: sum([row.transactions, row.capital]) })),
  };
}
