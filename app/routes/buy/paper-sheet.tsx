import type { Paper } from "#app/i18n/paper.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Facts } from "#app/ui/facts.tsx";
import { Sentence } from "#app/ui/sentence.tsx";
import { Table } from "#app/ui/table.tsx";

/** A document as it is read on the screen and printed from it. */
export function PaperSheet({ paper }: { paper: Paper }) {
  const { t } = useWords();
  const [issuer = "", ...more] = paper.issuer;
  return (
    <>
      <div>
        <p className="text-lg font-bold text-sea-deep">{issuer}</p>
        {more.map((line) => (
          <p key={line} className="text-sm text-quiet">
            {line}
          </p>
        ))}
      </div>
      <Facts
        facts={paper.facts.map(({ label, lines }) => ({
          label,
          value: lines.map((line) => (
            <span key={line} className="block">
              <Sentence>{line}</Sentence>
            </span>
          )),
        }))}
      />
      {paper.goods ? <Goods goods={paper.goods} caption={t("document.contents")} /> : null}
      <dl className="grid gap-1">
        {paper.totals.map(({ label, value, isStrong }) => (
          <div
            key={label}
            className={`flex justify-between gap-6 ${isStrong ? "border-t-2 border-edge pt-2 text-lg font-bold" : ""}`}
          >
            <dt>{label}</dt>
            <dd className="text-end">
              <Sentence>{value}</Sentence>
            </dd>
          </div>
        ))}
      </dl>
      {paper.notes.map((note) => (
        <p key={note} className="text-sm text-quiet">
          <Sentence>{note}</Sentence>
        </p>
      ))}
      {paper.signature ? (
        <div className="justify-self-end text-center">
          <p>{paper.signature.dated}</p>
          <p className="mt-12 border-t border-line pt-1 font-semibold">{paper.signature.name}</p>
        </div>
      ) : null}
    </>
  );
}

function Goods({ goods, caption }: { goods: NonNullable<Paper["goods"]>; caption: string }) {
  const [name, quantity, price, amount] = goods.head;
  return (
    <Table
      caption={caption}
      rows={goods.rows.map((cells, at) => ({ id: `${at}`, cells }))}
      rowKey={(row) => row.id}
      columns={[
        { key: "name", label: name, cell: (row) => row.cells[0] },
        { key: "quantity", label: quantity, numeric: true, cell: (row) => row.cells[1] },
        { key: "price", label: price, numeric: true, cell: (row) => <Sentence>{row.cells[2]}</Sentence> },
        { key: "amount", label: amount, numeric: true, cell: (row) => <Sentence>{row.cells[3]}</Sentence> },
      ]}
    />
  );
}
