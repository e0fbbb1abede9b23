import { json, redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { CheckoutForm } from "#app/domain/order.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { RadioGroup, TextArea, TextField } from "#app/ui/fields.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { PhoneField } from "#app/ui/number-fields.tsx";
import { Empty, Page, Section } from "#app/ui/page.tsx";
import { placeOrder } from "#app/usecases/buy/place-order.ts";
import { door } from "#app/web/door.server.ts";
import { type FormState, readForm } from "#app/web/form.server.ts";
import { chosenVillage, regionFields } from "#app/web/regions.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { basketOwner, type Visit } from "#app/web/visit.server.ts";
import { withAddress } from "./checkout-address.server.ts";
import { CheckoutGift } from "./checkout-gift.tsx";
import { type CheckoutPage, checkoutPage, nearValues } from "./checkout-page.server.ts";
import { CheckoutChanges, CheckoutGoods, DeliveryChoice } from "./checkout-parts.tsx";
import { CheckoutPaying } from "./checkout-paying.tsx";
import { CheckoutPlace } from "./checkout-place.tsx";
import { CheckoutRides } from "./checkout-rides.tsx";
import { orderPass } from "./order-pass.server.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "buy.checkout.title");

/** The page that the action of this very request has made already: the loader, which runs after it, need not make another. */
const madeByAction = new WeakMap<Visit, CheckoutPage>();

export const loader = door(async ({ visit }) => ({
  page: madeByAction.get(visit) ?? (await checkoutPage(visit, null)),
}));

const Form = CheckoutForm.extend({ ...regionFields, address: z.string().max(64).default("") });

export const action = door(async ({ ctx, visit, request }) => {
  const form = await readForm(request, Form);
  const typed = form.ok ? form.values : form.state.values;
  const near = await nearValues(typed.step?.[0]);
  const values = near ? { ...typed, ...near } : typed;
  const show = async (errors: FormState["errors"], status: number) => {
    madeByAction.set(visit, await checkoutPage(visit, values));
    return json({ errors }, { status });
  };
  if (values.address?.[0]) {
    madeByAction.set(visit, await checkoutPage(visit, await withAddress(ctx.actor, values)));
    return json({ errors: {} }, { status: 200 });
  }
  const step = values.step?.[0];
  if (step === "region" || near) return show({}, 200);
  if (step === "quote") return show(chosenVillage(values) ? {} : { village: "choose-village" }, 200);
  if (!form.ok) return show(form.state.errors, form.status);
  const {
    step: _step,
    province: _province,
    regency: _regency,
    district: _district,
    village: _village,
    address: _address,
    ...wish
  } = form.value;
  const answer = await placeOrder(ctx, { ...wish, owner: basketOwner(visit), villageCode: chosenVillage(values) });
  if (!answer.ok) return show(answer.fields ?? { form: answer.reason }, answer.reason === "fields" ? 422 : 409);
  return redirect(`/orders/${answer.number}?placed=1`, {
    status: 303,
    headers: { "Set-Cookie": await orderPass(visit, answer.orderId) },
  });
});

export default function PlaceOrder() {
  const { page } = useLoaderData<typeof loader>();
  const again = useActionData<typeof action>();
  const { t } = useWords();
  const errors: FormState["errors"] = again?.errors ?? {};
  return (
    <Page title={t("buy.checkout.title")} width="narrow" back={{ to: "/basket", label: t("buy.checkout.back") }}>
      {page.lines.length === 0 && Object.keys(errors).length === 0 ? (
        <Empty drawing="basket" text={t("buy.basket.empty")}>
          <ButtonLink to="/listings">{t("buy.basket.look")}</ButtonLink>
        </Empty>
      ) : (
        <FormFrame state={{ errors, values: page.values }} action="/checkout" className="grid gap-8">
          <CheckoutChanges page={page} />
          <CheckoutFields page={page} errors={errors} />
        </FormFrame>
      )}
    </Page>
  );
}

function CheckoutFields({ page, errors }: { page: CheckoutPage; errors: FormState["errors"] }) {
  const { t } = useWords();
  return (
    <>
      <input type="hidden" name="formKey" value={page.formKey} />
      {page.lines.map((line) => (
        <input key={line.variantId} type="hidden" name="seen" value={line.seen} />
      ))}
      <CheckoutGoods page={page} />
      <Section title={t("buy.checkout.who")}>
        <TextField name="buyerName" label={t("buy.checkout.name")} autoComplete="name" maxLength={80} />
        <PhoneField name="buyerPhone" label={t("buy.checkout.phone")} hint={t("buy.checkout.phone.hint")} />
      </Section>
      <CheckoutGift isGift={page.isGift} errors={errors} />
      <CheckoutPlace page={page} errors={errors} />
      <DeliveryChoice page={page} />
      <CheckoutRides page={page} />
      <CheckoutPaying page={page} />
      <RadioGroup
        name="savingAs"
        label={t("buy.checkout.saving")}
        options={(["credit", "refund"] as const).map((way) => ({ value: way, label: t(`buy.checkout.saving.${way}`) }))}
      />
      <TextArea name="note" label={t("buy.checkout.note")} optional rows={2} maxLength={500} />
      <div className="grid gap-2">
        <Button name="step" value="place" wide>
          {t("buy.checkout.place")}
        </Button>
        <p className="text-center text-quiet">{t("buy.checkout.place.note")}</p>
      </div>
    </>
  );
}
