import { redirect } from "@remix-run/node";
import { Link, type MetaFunction, useLoaderData } from "@remix-run/react";
import { formatQuantity, formatRupiah } from "#app/i18n/format.ts";
import { unitName } from "#app/i18n/units.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { Badge, Card, Notice, Page } from "#app/ui/page.tsx";
import { Sentence } from "#app/ui/sentence.tsx";
import { reorder } from "#app/usecases/buy/reorder.ts";
import { type Door, door, notFound } from "#app/web/door.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { basketOwner, basketToFill } from "#app/web/visit.server.ts";
import { findReorder } from "#db/read/reorders.ts";

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, "reorder.title", { number: data?.number ?? "" });

async function open({ ctx, visit, param }: Door) {
  const number = param("number");
  const lines = await findReorder(ctx.actor, { number, owner: basketOwner(visit), now: ctx.now });
  if (!lines) throw notFound();
  return { number, lines };
}

export const loader = door(async (entered) => {
  const { number, lines } = await open(entered);
  return {
    number,
    isDone: entered.url.searchParams.has("done"),
    isAnyIn: lines.some((line) => line.heldMilli > 0),
    canPut: lines.some((line) => line.putMilli > line.heldMilli),
    lines,
  };
});

export const action = door(async (entered) => {
  const { number } = await open(entered);
  const { owner, headers } = await basketToFill(entered.visit);
  await reorder(entered.ctx, { number, owner });
  return redirect(`/orders/${number}/again?done=1`, { status: 303, headers });
});

export default function Reorder() {
  const { number, isDone, isAnyIn, canPut, lines } = useLoaderData<typeof loader>();
  const { t } = useWords();
  const same = lines.every((line) => line.state === "same");
  return (
    <Page
      title={t("reorder.title", { number })}
      back={{ to: `/orders/${number}`, label: t("buy.order.title", { number }) }}
      width="narrow"
    >
      {isDone ? (
        <Notice tone={same ? "good" : "warn"}>
          {t(!isAnyIn ? "reorder.none" : same ? "reorder.done" : "reorder.done-with-changes")}
        </Notice>
      ) : null}
      <ul className="grid gap-3">
        {lines.map((line) => (
          <li key={line.variantId}>
            <Line line={line} />
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-3">
        {isAnyIn ? <ButtonLink to="/basket">{t("reorder.basket")}</ButtonLink> : null}
        {canPut ? (
          <FormFrame>
            <Button look={isAnyIn ? "second" : "main"}>{t("reorder.do")}</Button>
          </FormFrame>
        ) : null}
        {isAnyIn || canPut ? null : <ButtonLink to="/listings">{t("buy.basket.look")}</ButtonLink>}
      </div>
    </Page>
  );
}

const TONES = { same: "good", price: "warn", short: "warn", gone: "bad" } as const;

function Line({ line }: { line: ReturnType<typeof useLoaderData<typeof loader>>["lines"][number] }) {
  const { t, locale } = useWords();
  const unit = unitName(t, line.unit);
  const amount = (milli: number): string => `${formatQuantity(locale, milli)} ${unit}`;
  const isDearer = line.price !== null && line.price !== line.wasPrice;
  return (
    <Card className="grid gap-1">
      <p className="flex flex-wrap items-baseline justify-between gap-2">
        {line.slug ? (
          <Link to={`/listings/${line.slug}`} className="font-semibold">
            {line.name}
          </Link>
        ) : (
          <span className="font-semibold">{line.name}</span>
        )}
        <Badge tone={TONES[line.state]}>{t(`reorder.state.${line.state}`)}</Badge>
      </p>
      <p className="text-quiet">
        <Sentence>{t("reorder.was", { quantity: amount(line.wasMilli), price: formatRupiah(line.wasPrice) })}</Sentence>
      </p>
      {line.state !== "gone" && isDearer ? (
        <p className="font-semibold">
          <Sentence>{t("reorder.price-now", { price: formatRupiah(line.price ?? 0) })}</Sentence>
        </p>
      ) : null}
      {line.state === "short" ? (
        <p className="font-semibold">{t("reorder.left", { quantity: amount(line.putMilli) })}</p>
      ) : null}
      {line.heldMilli > 0 ? <p>{t("reorder.in-basket", { quantity: amount(line.heldMilli) })}</p> : null}
    </Card>
  );
}
