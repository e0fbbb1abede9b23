import { redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { permit } from "#app/domain/permissions.ts";
import { StartStandingForm } from "#app/domain/standing-order.ts";
import { formatRupiah } from "#app/i18n/format.ts";
import { useUnit, useWords } from "#app/i18n/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { RadioGroup } from "#app/ui/fields.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { Page } from "#app/ui/page.tsx";
import { Sentence } from "#app/ui/sentence.tsx";
import { startStandingOrder } from "#app/usecases/buy/start-standing-order.ts";
import { type Door, door, notFound } from "#app/web/door.server.ts";
import { readForm, refused, refusedBy } from "#app/web/form.server.ts";
import { isAddress } from "#app/web/share.ts";
import { pageTitle } from "#app/web/title.ts";
import { findPublicListing, listVariantsOnSale } from "#db/read/listing-page.ts";
import { standingChoices } from "./standing-choices.server.ts";
import { StandingFields } from "./standing-fields.tsx";

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, "standing.start.title", { name: data?.listing.name ?? "" });

async function open({ ctx, param }: Door) {
  permit(ctx.actor, "start-standing-order");
  const slug = param("slug");
  const listing = isAddress(slug) ? await findPublicListing(slug) : undefined;
  const variants = listing?.isForSale ? await listVariantsOnSale(listing.id) : [];
  const [first] = variants;
  if (!listing || !first) throw notFound();
  return { listing, variants, first };
}

export const loader = door(async (at) => {
  const { listing, variants, first } = await open(at);
  const { searchParams } = at.url;
  const chosen = variants.find((variant) => variant.id === searchParams.get("variant")) ?? first;
  const quantity = /^\d{1,5}([.,]\d)?$/.exec(searchParams.get("quantity") ?? "")?.[0] ?? "1";
  return {
    listing: { slug: listing.slug, name: listing.name, unit: listing.unit },
    variants: variants.map(({ id, name, price }) => ({ id, name, price })),
    defaults: { variantId: chosen.id, quantity, everyWeeks: "1", place: "fetch" },
    choices: await standingChoices(at.ctx, { variantId: chosen.id, quantityMilli: 1000 }),
    formKey: at.ctx.secrets.token(),
  };
});

export const action = door(async (at) => {
  const { variants } = await open(at);
  const form = await readForm(at.request, StartStandingForm);
  if (!form.ok) return refused(form.state, form.status);
  if (!variants.some((variant) => variant.id === form.value.variantId))
    return refused({ errors: { form: "not-for-sale" }, values: form.values });
  const answer = await startStandingOrder(at.ctx, form.value);
  return answer.ok ? redirect(`/account/standing-orders/${answer.id}?started=1`) : refusedBy(answer, form.values);
});

export default function StartStandingOrder() {
  const { listing, variants, defaults, choices, formKey } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const { t } = useWords();
  const unit = useUnit()(listing.unit);
  return (
    <Page
      title={t("standing.start.title", { name: listing.name })}
      lead={t("standing.start.lead")}
      back={{ to: `/listings/${listing.slug}`, label: listing.name }}
      width="narrow"
    >
      <FormFrame state={state} defaults={{ ...defaults, method: choices.methods[0] }}>
        <input type="hidden" name="formKey" value={state?.values.formKey?.[0] ?? formKey} />
        {variants.length === 1 ? (
          <input type="hidden" name="variantId" value={defaults.variantId} />
        ) : (
          <RadioGroup
            name="variantId"
            label={t("standing.goods")}
            options={variants.map(({ id, name, price }) => ({
              value: id,
              label: name,
              note: <Sentence>{formatRupiah(price)}</Sentence>,
            }))}
          />
        )}
        <StandingFields choices={choices} unit={unit} />
        <Button wide>{t("standing.start.do")}</Button>
      </FormFrame>
    </Page>
  );
}
