import { redirect } from "@remix-run/node";
import { Link, type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { parseDay } from "#app/domain/calendar-day.ts";
import type { EntryKind } from "#app/domain/ledger.ts";
import { may, permit } from "#app/domain/permissions.ts";
import type { ShareReason } from "#app/domain/sale-split.ts";
import type { Unit } from "#app/domain/unit.ts";
import { whyAddress } from "#app/domain/why.ts";
import {
  formatDay,
  formatMoment,
  formatPercent,
  formatQuantity,
  formatRupiah,
  formatShortDay,
} from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Amount, type Explained } from "#app/ui/amount.tsx";
import { Card, Page, Section } from "#app/ui/page.tsx";
import { Refusal } from "#app/ui/refusal.tsx";
import { Sentence } from "#app/ui/sentence.tsx";
import { SplitPicture, toneOf } from "#app/ui/split-picture.tsx";
import { type Door, door, notFound } from "#app/web/door.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { listMemberBalances } from "#db/read/books.ts";
import { findGroup } from "#db/read/groups.ts";
import { listWordsOfLine } from "#db/read/share-words.ts";
import { findSaleLine } from "#db/read/shares.ts";
import { AdjustForm } from "./adjust-form.tsx";
import { takeLineStep } from "./line-steps.server.ts";
import { LineTrace } from "./line-trace.tsx";
import { stateOf } from "./sale-lines.tsx";
import { ShareWords } from "./share-words.tsx";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "books.line.title");

async function openLine({ ctx, param }: Door) {
  permit(ctx.actor, "see-account");
  const group = await findGroup(param("group"));
  const line = group ? await findSaleLine(ctx.actor, { groupId: group.id, lineId: param("line") }) : undefined;
  if (!group || !line) throw notFound();
  return { group, line };
}

export const loader = door(async (entered) => {
  const { group, line } = await openLine(entered);
  const { actor, secrets } = entered.ctx;
  const groupId = group.id;
  const own = line.shares.find((share) => share.memberId && may(actor, "check-share", { memberId: share.memberId }));
  const seesAll = may(actor, "see-books", { groupId });
  const words = (await listWordsOfLine(line.id)).filter((word) => seesAll || word.memberId === own?.memberId);
  const mayAdjust = line.deliveredAt !== null && may(actor, "adjust-line", { groupId });
  const members = mayAdjust ? await listMemberBalances(actor, groupId) : [];
  return {
    group: { slug: group.slug, name: group.name },
    line,
    words: words.map(({ lineId: _line, memberId: _member, ...word }) => word),
    ownMemberId: line.deliveredAt !== null ? (own?.memberId ?? null) : null,
    seesBooks: seesAll,
    mayAnswer: may(actor, "answer-share-word", { groupId }),
    adjust: mayAdjust ? members.map(({ id, name }) => ({ id, name })) : null,
    formKey: secrets.token(),
  };
});

export const action = door(async (entered) => {
  const { group, line } = await openLine(entered);
  const refusal = await takeLineStep(entered, { groupId: group.id, lineId: line.id });
  return refusal ?? redirect(entered.url.pathname, 303);
});

export default function SeeLine() {
  const { group, line, words, seesBooks, ownMemberId, mayAnswer, adjust, formKey } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const { t, locale } = useWords();
  const unit = t(`unit.${line.unit as Unit}`);
  // Something may go back before the goods arrive, in the network's book: then the group's own postings are a part of it.
  const opens = (kind: EntryKind): Explained =>
    seesBooks
      ? { why: whyAddress(group.slug, null, { of: "group", account: ["deposits-held"], kind: [kind], line: line.id }) }
      : { plain: "here" };
  return (
    <Page
      title={[line.listingName, line.variantName].filter(Boolean).join(", ")}
      lead={t("books.line.lead", { order: line.orderNumber, day: formatDay(locale, line.placedAt) })}
      trail={[
        { to: `/desk/${group.slug}`, label: group.name },
        { to: `/books/${group.slug}`, label: t("books.title") },
      ]}
      width="narrow"
    >
      <Refusal state={state} />
      <Card>
        <p className="text-lg">
          {formatQuantity(locale, line.quantityMilli)} {unit} × <Amount amount={line.unitPrice} plain="agreed" /> ={" "}
          <Amount amount={line.goodsValue} plain="here" className="font-bold" />
        </p>
        {line.missing > 0 && line.packedQuantityMilli !== null ? (
          <p className="mt-2">
            <Sentence opens={[opens("packed-short")]}>
              {t("books.line.packed", {
                quantity: formatQuantity(locale, line.packedQuantityMilli),
                unit,
                missing: formatRupiah(line.missing),
              })}
            </Sentence>
          </p>
        ) : null}
        {line.refundedValue > 0 ? (
          <p className="mt-2">
            <Sentence opens={[opens("returned")]}>
              {t("books.line.refunded", { amount: formatRupiah(line.refundedValue) })}
            </Sentence>
          </p>
        ) : null}
        <p className="mt-2">{t(`books.line.${stateOf(line.state)}`)}</p>
      </Card>
      <Section title={t("books.line.split")}>
        <p>
          {t("books.line.rule", { rule: line.ruleName, version: line.ruleVersion, method: t(`method.${line.method}`) })}
        </p>
        {line.ruleDecision ? <p className="text-quiet">{line.ruleDecision}</p> : null}
        <Card>
          <SplitPicture
            total={line.goodsValue - line.missing}
            totalLabel={t("books.line.total")}
            parts={line.shares.map((share) => ({
              key: share.id,
              label: share.memberName ?? (share.label || t(`party.${share.party}`)),
              note: <Why share={share} />,
              amount: share.amount - share.missing,
              tone: toneOf(share.party),
            }))}
          />
        </Card>
      </Section>
      <ShareWords words={words} ownMemberId={ownMemberId} mayAnswer={mayAnswer} formKey={formKey} state={state} />
      <LineTrace {...line} group={group.slug} unit={unit} />
      {line.entries.length > 0 ? (
        <Section title={t("books.line.entries")}>
          <ul className="grid gap-2">
            {line.entries.map((entry) => (
              <li key={entry.id}>
                <Link to={`/books/${group.slug}/entries/${entry.reference}`} className={LINK}>
                  {t("books.line.entry", {
                    kind: t(`entry.${entry.kind as EntryKind}`),
                    number: entry.sequence,
                    moment: formatMoment(locale, entry.at),
                  })}
                </Link>{" "}
                <code className="text-sm text-quiet">{entry.hash.slice(0, 12)}</code>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      {adjust ? <AdjustForm members={adjust} formKey={formKey} state={state} /> : null}
    </Page>
  );
}

const LINK = "inline-flex min-h-11 items-center text-sea underline";

type Share = {
  reason: string;
  label: string;
  basis: number;
  basisTotal: number;
  remainder: number;
  refunded: number;
};

/** The figure behind a share, in words. */
function Why({ share }: { share: Share }) {
  const { t, locale } = useWords();
  const reason = share.reason as ShareReason;
  const part = share.basisTotal > 0 ? formatPercent(locale, Math.floor((share.basis / share.basisTotal) * 10_000)) : "";
  const values = {
    percent: part,
    basis: formatQuantity(locale, reason === "lot-contribution" ? share.basis : share.basis * 1000),
    total: formatQuantity(locale, reason === "lot-contribution" ? share.basisTotal : share.basisTotal * 1000),
    rate: formatRupiah(share.basis),
    step: share.label,
    day: parseDay(share.label) ? formatShortDay(locale, share.label) : "",
  };
  return (
    <>
      <Sentence>{t(`share-reason.${reason}`, values)}</Sentence>
      {share.remainder > 0 ? (
        <>
          {" "}
          <Sentence>{t("books.line.remainder", { amount: formatRupiah(share.remainder) })}</Sentence>
        </>
      ) : null}
      {share.refunded > 0 ? (
        <>
          {" "}
          · <Sentence>{t("books.line.gave-back", { amount: formatRupiah(share.refunded) })}</Sentence>
        </>
      ) : null}
    </>
  );
}
