import type { LifeMove } from "#app/domain/life-move.ts";

const THINGS = [
  { of: "order", title: "An order (pesanan)" },
  { of: "payment", title: "A try to pay it (pembayaran)" },
  { of: "consignment", title: "A consignment (kiriman): one group's part of it" },
  { of: "complaint", title: "A complaint (keluhan) about a consignment" },
  { of: "dispute", title: "A dispute (sengketa) of a card payment" },
] as const satisfies readonly { of: LifeMove["of"]; title: string }[];

/** docs/order-life.md, drawn from the table that all use cases decide by. */
export function orderLifePage(moves: readonly LifeMove[]): string {
  const parts = THINGS.map(({ of, title }) => {
    const own = moves.filter((move) => move.of === of);
    return [`## ${title}`, "", ...diagram(own), "", ...tableOf(own), ""];
  });
  return [
    "# An order's whole life",
    "",
    "Drawn from `app/domain/order-life.ts` by `npm run order-life`; a test says when it is no longer so. What is not here cannot happen: each",
    "use case asks that table, and each update is made only from the states it names.",
    "",
    "“by”: who may, as named in `app/domain/permission-rows.ts`; or the clock, the payment provider, or another row that this one follows.",
    "“stock”: what happens to the goods on sale. “ledger”: what may be posted with it (see `docs/money.md`); nothing else is.",
    "",
    ...parts.flat(),
  ]
    .join("\n")
    .trimEnd()
    .concat("\n");
}

function diagram(moves: readonly LifeMove[]): string[] {
  const states = [...new Set(moves.flatMap((move) => [...move.from, move.to]))];
  const ends = states.filter((state) => !moves.some((move) => move.from.some((from) => from === state)));
  return [
    "```mermaid",
    "stateDiagram-v2",
    ...states.map((state) => `  state "${state}" as ${idOf(state)}`),
    ...moves.flatMap((move) =>
      (move.from.length === 0 ? ["[*]"] : move.from.map(idOf)).map(
        (from) => `  ${from} --> ${idOf(move.to)} : ${move.event}`,
      ),
    ),
    ...ends.map((state) => `  ${idOf(state)} --> [*]`),
    "```",
  ];
}

/** A diagram's names know no hyphen. */
function idOf(state: string): string {
  return state.replaceAll("-", "_");
}

function tableOf(moves: readonly LifeMove[]): string[] {
  const head = ["event", "from", "to", "by", "goods that travel", "stock", "ledger"];
  const rows = moves.map((move) => [
    move.event,
    move.from.join(", "),
    move.to,
    move.by.join(", "),
    move.only?.join(", ") ?? "",
    move.stock ?? "",
    move.ledger?.join(", ") ?? "",
  ]);
  const lineOf = (cells: readonly string[]) => `| ${cells.join(" | ")} |`.replace(/\| +(?=\|)/g, "| ");
  return [lineOf(head), lineOf(head.map(() => "---")), ...rows.map(lineOf)];
}
