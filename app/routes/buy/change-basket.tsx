import { json, redirect } from "@remix-run/node";
import { Link, type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { quantityText } from "#app/domain/listing-texts.ts";
import { sum, ZERO } from "#app/domain/money.ts";
import { formatQuantity, formatRupiah } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Amount } from "#app/ui/amount.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { TextField } from "#app/ui/fields.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { Card, Empty, Notice, Page } from "#app/ui/page.tsx";
import { Sentence } from "#app/ui/sentence.tsx";
import { changeBasket } from "#app/usecases/buy/change-basket.ts";
import { door } from "#app/web/door.server.ts";
import { readForm } from "#app/web/form.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { basketOwner, basketToFill } from "#app/web/visit.server.ts";
import { listBasketLines } from "#db/read/baskets.ts";
import { type Fading, fadingOf, soonestPassage } from "./fading.server.ts";
import { FadingNote } from "./fading-note.tsx";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "buy.basket.title");

export const loader = door(async ({ visit }) => {
  const lines = await listBasketLines(basketOwner(visit), visit.ctx.now);
  const passage = await soonestPassage(visit.ctx, lines);
  const groups = [...new Set(lines.map((line) => line.groupId))].map((id) => {
    const own = lines.filter((line) => line.groupId === id);
    return {
      id,
      name: own[0]?.groupName ?? "",
      slug: own[0]?.groupSlug ?? "",
      lines: own.map((line) => ({ ...shown(line), fading: fadingOf([line], passage)[0] ?? null })),
      total: totalOf(own),
    };
  });
  return { groups, total: totalOf(lines), canGoOn: lines.every((line) => line.trouble === null) };
});

type Line = Awaited<ReturnType<typeof listBasketLines>>[number];

function shown({
  variantId,
  variantName,
  listingName,
  slug,
  unit,
  price,
  goodsValue,
  quantityMilli,
  leftMilli,
  trouble,
}: Line) {
  return { variantId, variantName, listingName, slug, unit, price, goodsValue, quantityMilli, leftMilli, trouble };
}

function totalOf(lines: Line[]) {
  return sum(lines.filter((line) => line.trouble !== "off-sale").map((line) => line.goodsValue ?? ZERO));
}

const BasketForm = z.object({
  intent: z.enum(["add", "change", "remove"]).default("add"),
  variantId: z.string().min(1).max(64),
  quantity: z.string().max(200, { error: "too-long" }).default("1"),
});

export const action = door(async ({ ctx, visit, request }) => {
  const form = await readForm(request, BasketForm);
  if (!form.ok) return json({ ...form.state, again: null }, { status: form.status });
  const { owner, headers } = await basketToFill(visit);
  const answer = await changeBasket(ctx, { owner, ...form.value });
  if (answer.ok) return redirect("/basket", { status: 303, headers });
  const again =
    "left" in answer ? { ...answer.left, ...form.value, isTooMuch: answer.reason === "not-enough-stock" } : null;
  const errors = { [again ? "quantity" : "form"]: answer.reason };
  return json({ errors, values: form.values, again }, { status: 409, headers });
});

export default function ChangeBasket() {
  const { groups, total, canGoOn } = useLoaderData<typeof loader>();
  const { t } = useWords();
  return (
    <Page title={t("buy.basket.title")} width="narrow">
      <Refusal />
      {groups.length === 0 ? (
        <Empty drawing="basket" text={t("buy.basket.empty")}>
          <ButtonLink to="/listings">{t("buy.basket.look")}</ButtonLink>
        </Empty>
      ) : null}
      {groups.map((group) => (
        <Card key={group.id}>
          <h2>
            <Link to={`/groups/${group.slug}`}>{group.name}</Link>
          </h2>
          <ul className="divide-y divide-line">
            {group.lines.map((line) => (
              <BasketRow key={line.variantId} line={line} />
            ))}
          </ul>
          <p className="flex flex-wrap justify-between gap-x-4 border-t border-line pt-3 font-semibold">
            {t("buy.basket.group-total", { group: group.name })} <Amount plain="agreed" amount={group.total} />
          </p>
        </Card>
      ))}
      {groups.length > 0 ? (
        <div className="grid gap-3">
          <p className="flex flex-wrap justify-between gap-x-4 text-xl font-bold">
            {t("buy.basket.total")} <Amount plain="agreed" amount={total} />
          </p>
          <p className="text-quiet">{t("buy.basket.shipping-later")}</p>
          {canGoOn ? (
            <ButtonLink to="/checkout" wide>
              {t("buy.basket.checkout")}
            </ButtonLink>
          ) : (
            <Notice tone="warn">{t("buy.basket.mend-first")}</Notice>
          )}
        </div>
      ) : null}
    </Page>
  );
}

/** What was wrong, and where a quantity was, the quantity once more as it was typed. */
function Refusal() {
  const answer = useActionData<typeof action>();
  const { t, locale } = useWords();
  if (!answer) return null;
  // The summary of the form frame, without a form.
  if (!answer.again) return <FormFrame state={answer}>{null}</FormFrame>;
  const { name, stockMilli, isTooMuch, variantId, intent } = answer.again;
  const unit = t(`unit.${answer.again.unit}`);
  return (
    <Card>
      <FormFrame state={answer} action="/basket">
        {isTooMuch ? (
          <p className="font-semibold">
            {t("buy.basket.only-left", { name, left: formatQuantity(locale, stockMilli), unit })}
          </p>
        ) : (
          <h2>{name}</h2>
        )}
        <input type="hidden" name="variantId" value={variantId} />
        <TextField
          name="quantity"
          label={t("buy.basket.quantity", { unit })}
          inputMode="decimal"
          autoComplete="off"
          maxLength={12}
        />
        <Button name="intent" value={intent}>
          {t(intent === "add" ? "listing.add" : "buy.basket.change")}
        </Button>
      </FormFrame>
    </Card>
  );
}

type Shown = ReturnType<typeof shown> & { fading: Fading | null };

function BasketRow({ line }: { line: Shown }) {
  const { t, locale } = useWords();
  const unit = t(`unit.${line.unit}`);
  const name = [line.listingName, line.variantName].filter(Boolean).join(", ");
  const { trouble } = line;
  return (
    <li className="grid gap-2 py-4">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h3>
          <Link to={`/listings/${line.slug}`}>{name}</Link>
        </h3>
        {line.goodsValue !== null ? <Amount plain="agreed" amount={line.goodsValue} className="font-semibold" /> : null}
      </div>
      <p className="text-quiet">
        <Sentence>{t("buy.basket.each", { price: formatRupiah(line.price), unit })}</Sentence>
      </p>
      {line.fading ? (
        <p>
          <FadingNote fading={line.fading} />
        </p>
      ) : null}
      {trouble ? (
        <Notice tone="warn">
          {t(`buy.basket.trouble.${trouble}`, { left: formatQuantity(locale, line.leftMilli), unit })}
        </Notice>
      ) : null}
      <div className="flex flex-wrap items-end gap-x-3 gap-y-2">
        {trouble === "off-sale" || trouble === "sold-out" ? null : (
          <FormFrame
            action="/basket"
            className="flex flex-wrap items-end gap-3"
            defaults={{ quantity: quantityText(line.quantityMilli) }}
          >
            <input type="hidden" name="variantId" value={line.variantId} />
            <div className="w-32">
              <TextField
                name="quantity"
                label={t("buy.basket.quantity", { unit })}
                inputMode="decimal"
                autoComplete="off"
                maxLength={12}
              />
            </div>
            <Button look="second" name="intent" value="change">
              {t("buy.basket.change")}
            </Button>
          </FormFrame>
        )}
        <FormFrame action="/basket" className="">
          <input type="hidden" name="variantId" value={line.variantId} />
          <Button look="quiet" name="intent" value="remove" aria-label={t("buy.basket.remove", { name })}>
            {t("form.remove")}
          </Button>
        </FormFrame>
      </div>
    </li>
  );
}
