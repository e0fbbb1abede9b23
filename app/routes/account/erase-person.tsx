import { redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { permit } from "#app/domain/permissions.ts";
import { formatRupiah } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Confirm } from "#app/ui/confirm.tsx";
import { CheckField, TextField } from "#app/ui/fields.tsx";
import { Notice, Page, Section } from "#app/ui/page.tsx";
import { Sentence } from "#app/ui/sentence.tsx";
import { erasePerson } from "#app/usecases/account/erase-person.ts";
import { door } from "#app/web/door.server.ts";
import { readForm, refused, refusedBy } from "#app/web/form.server.ts";
import { signedOutHeaders, statusOf } from "#app/web/session.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { findOwnCredit } from "#db/read/buyer-credit.ts";
import { listErasureHindrances } from "#db/read/erasure.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "erase.title");

export const loader = door(async ({ ctx }) => {
  permit(ctx.actor, "see-account");
  const hindrances = await listErasureHindrances(ctx.actor, ctx.actor.personId ?? "");
  const { balance } = await findOwnCredit(ctx.actor, { limit: 0, offset: 0 });
  return { credit: balance, hindrances: hindrances.filter((each) => each !== "credit-left" || balance < 0) };
});

const EraseForm = z.object({
  password: z.string().min(1, { error: "required" }).max(1000),
  givesUpCredit: z.enum(["yes"]).optional(),
});

export const action = door(async ({ ctx, request, visit }) => {
  permit(ctx.actor, "see-account");
  const form = await readForm(request, EraseForm);
  if (!form.ok) return refused(form.state, form.status);
  const personId = ctx.actor.personId ?? "";
  const answer = await erasePerson(ctx, {
    personId,
    password: form.value.password.normalize("NFC"),
    givesUpCredit: form.value.givesUpCredit === "yes",
  });
  if (!answer.ok) return refusedBy(answer, form.values, statusOf(answer));
  const headers = await signedOutHeaders(visit);
  headers.append("Set-Cookie", await visit.cookies.orders.serialize("", { maxAge: 0 }));
  return redirect("/", { status: 303, headers });
});

export default function ErasePerson() {
  const { hindrances, credit } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const { t } = useWords();
  return (
    <Page title={t("erase.title")} back={{ to: "/account/data", label: t("own-data.title") }} width="narrow">
      <Section title={t("erase.goes")}>
        <p>{t("erase.goes.what")}</p>
      </Section>
      <Section title={t("erase.stays")}>
        <ul className="grid list-disc gap-1 ps-5">
          <li>{t("erase.stays.ledger")}</li>
          <li>{t("erase.stays.documents")}</li>
          <li>{t("erase.stays.words")}</li>
        </ul>
      </Section>
      {hindrances.length > 0 ? (
        <Notice tone="warn">
          <p className="font-semibold">{t("erase.first")}</p>
          <ul className="list-disc ps-5">
            {hindrances.map((hindrance) => (
              <li key={hindrance}>{t(`erase.hindrance.${hindrance}`)}</li>
            ))}
          </ul>
        </Notice>
      ) : (
        <Confirm state={state} what={t("erase.what")} yes={t("erase.yes")} back="/account/data">
          <TextField
            name="password"
            label={t("account.password.now")}
            type="password"
            autoComplete="current-password"
            maxLength={1000}
          />
          {credit > 0 ? (
            <CheckField
              name="givesUpCredit"
              label={<Sentence>{t("erase.give-up", { amount: formatRupiah(credit) })}</Sentence>}
              hint={t("erase.give-up.hint")}
            />
          ) : null}
        </Confirm>
      )}
    </Page>
  );
}
