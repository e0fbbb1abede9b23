import { redirect } from "@remix-run/node";
import { type MetaFunction, useActionData } from "@remix-run/react";
import { z } from "zod";
import { useWords } from "#app/i18n/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { TextField } from "#app/ui/fields.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { PhoneField } from "#app/ui/number-fields.tsx";
import { Page } from "#app/ui/page.tsx";
import { trackOrder } from "#app/usecases/buy/track-order.ts";
import { door } from "#app/web/door.server.ts";
import { readForm, refused, refusedBy } from "#app/web/form.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { giftPath } from "./gift-link.server.ts";
import { orderPass } from "./order-pass.server.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "buy.track.title");

const TrackForm = z.object({ number: z.string().trim().min(1).max(40), phone: z.string().trim().min(1).max(40) });

export const action = door(async ({ ctx, visit, request }) => {
  const form = await readForm(request, TrackForm);
  if (!form.ok) return refused(form.state, form.status);
  const answer = await trackOrder(ctx, { ...form.value, address: visit.address });
  if (!answer.ok) return refusedBy(answer, form.values, answer.reason === "too-many-tries" ? 429 : 404);
  if (answer.as === "recipient") return redirect(giftPath(ctx, { id: answer.orderId, number: answer.number }), 303);
  return redirect(`/orders/${answer.number}`, {
    status: 303,
    headers: { "Set-Cookie": await orderPass(visit, answer.orderId) },
  });
});

export default function TrackOrder() {
  const state = useActionData<typeof action>();
  const { t } = useWords();
  return (
    <Page title={t("buy.track.title")} lead={t("buy.track.lead")} width="narrow">
      <FormFrame state={state}>
        <TextField
          name="number"
          label={t("buy.track.number")}
          hint={t("buy.track.number.hint")}
          autoComplete="off"
          maxLength={40}
        />
        <PhoneField name="phone" label={t("buy.checkout.phone")} />
        <Button>{t("buy.track.look")}</Button>
      </FormFrame>
    </Page>
  );
}
