import { redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { KEEPING_RULES } from "#app/domain/keeping-rule.ts";
import { permit } from "#app/domain/permissions.ts";
import { SHARE_RULES } from "#app/domain/share-rule.ts";
import { NetworkForm } from "#app/domain/ship-forms.ts";
import { formatPercent } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { CheckField, PhotoField, RadioGroup, TextField } from "#app/ui/fields.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { Card, Notice, Page } from "#app/ui/page.tsx";
import { setNetwork } from "#app/usecases/operate/set-network.ts";
import { door } from "#app/web/door.server.ts";
import { readForm } from "#app/web/form.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { findNetwork } from "#db/read/networks.ts";
import { refusedByKeeping, refusedKeeping, uploadOf } from "../sell/held-photo.server.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "operate.network.title");

export const loader = door(async ({ ctx, url }) => {
  permit(ctx.actor, "set-network");
  const network = await findNetwork();
  const percent = (basisPoints: number): string => formatPercent(ctx.locale, basisPoints).replace(" %", "");
  return {
    isSaved: url.searchParams.has("saved"),
    qrisPhotoId: network?.qrisPhotoId ?? null,
    maySendToGroups: ctx.payments.stripe?.accounts !== undefined,
    defaults: network
      ? {
          name: network.name,
          fee: percent(network.feeBasisPoints),
          qrisFee: percent(network.qrisFeeBasisPoints),
          bankName: network.bankName,
          bankAccount: network.bankAccount,
          bankHolder: network.bankHolder,
          takesTransfer: network.takesTransfer ? "yes" : "",
          takesQris: network.takesQris ? "yes" : "",
          takesCashOnDelivery: network.takesCashOnDelivery ? "yes" : "",
          sendsToGroups: network.sendsToGroups ? "yes" : "",
          payWithinHours: network.payWithinHours,
          fetchWithinDays: network.fetchWithinDays,
          fetchFreshWithinDays: network.fetchFreshWithinDays,
          foodNeedsPermit: network.foodNeedsPermit ? "yes" : "",
          foodNeedsHalal: network.foodNeedsHalal ? "yes" : "",
          shareRule: network.shareRule,
          keepingRule: network.keepingRule,
        }
      : {
          ...{ fee: "0", qrisFee: percent(70), takesTransfer: "yes", payWithinHours: 24 },
          ...{ shareRule: "equal-saving", keepingRule: "warn" },
          ...{ fetchWithinDays: 7, fetchFreshWithinDays: 2 },
        },
  };
});

export const action = door(async ({ ctx, request }) => {
  permit(ctx.actor, "set-network");
  const form = await readForm(request, NetworkForm);
  if (!form.ok) return refusedKeeping(ctx, form, "qrisPhoto");
  const { fee, qrisFee, ...settings } = form.value;
  const answer = await setNetwork(ctx, {
    ...settings,
    feeBasisPoints: fee,
    qrisFeeBasisPoints: qrisFee,
    qrisPhoto: await uploadOf(ctx, form, "qrisPhoto"),
  });
  if (answer.ok) return redirect("/operate/network?saved=1");
  return refusedByKeeping(ctx, form, answer, { field: "qrisPhoto" });
});

export default function SetNetwork() {
  const { isSaved, qrisPhotoId, maySendToGroups, defaults } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const { t } = useWords();
  return (
    <Page
      title={t("operate.network.title")}
      lead={t("operate.network.lead")}
      back={{ to: "/operate", label: t("nav.operate") }}
      width="narrow"
    >
      {isSaved && !state ? (
        <div role="status">
          <Notice tone="good">{t("operate.network.saved")}</Notice>
        </div>
      ) : null}
      <FormFrame state={state} defaults={defaults} multipart className="grid gap-6">
        <TextField name="name" label={t("operate.network.name")} maxLength={60} />
        <TextField
          name="fee"
          label={t("operate.network.fee")}
          hint={t("operate.network.fee-hint")}
          suffix="%"
          inputMode="decimal"
        />
        <Card className="grid gap-3">
          <h2>{t("operate.network.methods")}</h2>
          <CheckField name="takesTransfer" label={t("operate.network.transfer")} />
          <TextField name="bankName" label={t("operate.network.bank")} optional maxLength={60} />
          <TextField
            name="bankAccount"
            label={t("operate.network.account")}
            optional
            inputMode="numeric"
            maxLength={40}
          />
          <TextField name="bankHolder" label={t("operate.network.holder")} optional maxLength={80} />
          <hr className="border-line" />
          <CheckField name="takesQris" label={t("operate.network.qris")} />
          {qrisPhotoId ? (
            <img
              src={`/photos/${qrisPhotoId}/320`}
              alt={t("operate.network.qris-now")}
              width="160"
              className="rounded-field border border-line"
            />
          ) : null}
          <PhotoField
            name="qrisPhoto"
            label={t("operate.network.qris-photo")}
            hint={qrisPhotoId ? t("operate.network.qris-keep") : t("operate.network.qris-hint")}
            optional
          />
          <TextField name="qrisFee" label={t("operate.network.qris-fee")} suffix="%" inputMode="decimal" />
          <hr className="border-line" />
          <CheckField
            name="takesCashOnDelivery"
            label={t("operate.network.cash")}
            hint={t("operate.network.cash-hint")}
          />
          {maySendToGroups ? <SendToGroups /> : null}
        </Card>
        <TextField
          name="payWithinHours"
          label={t("operate.network.hours")}
          hint={t("operate.network.hours-hint")}
          suffix={t("operate.network.hours-unit")}
          inputMode="numeric"
        />
        <Card className="grid gap-3">
          <h2>{t("operate.network.fetching")}</h2>
          <TextField
            name="fetchWithinDays"
            label={t("operate.network.fetch-days")}
            hint={t("operate.network.fetch-days-hint")}
            suffix={t("operate.network.days-unit")}
            inputMode="numeric"
          />
          <TextField
            name="fetchFreshWithinDays"
            label={t("operate.network.fetch-fresh-days")}
            suffix={t("operate.network.days-unit")}
            inputMode="numeric"
          />
        </Card>
        <Card className="grid gap-3">
          <h2>{t("operate.network.food")}</h2>
          <CheckField
            name="foodNeedsPermit"
            label={t("operate.network.food-permit")}
            hint={t("operate.network.food-permit-hint")}
          />
          <CheckField
            name="foodNeedsHalal"
            label={t("operate.network.food-halal")}
            hint={t("operate.network.food-halal-hint")}
          />
        </Card>
        <KeepingRuleChoice />
        <ShareRuleChoice />
        <Button wide>{t("form.save")}</Button>
      </FormFrame>
      <p>
        <ButtonLink to="/operate/complaint-windows" look="second">
          {t("complaint.window.title")}
        </ButtonLink>
      </p>
    </Page>
  );
}

function SendToGroups() {
  const { t } = useWords();
  return (
    <>
      <hr className="border-line" />
      <CheckField
        name="sendsToGroups"
        label={t("operate.network.send-to-groups")}
        hint={t("operate.network.send-to-groups-hint")}
      />
    </>
  );
}

/** What becomes of goods that may not keep until they arrive. */
function KeepingRuleChoice() {
  const { t } = useWords();
  return (
    <RadioGroup
      name="keepingRule"
      label={t("operate.network.keeping")}
      hint={t("operate.network.keeping-hint")}
      options={KEEPING_RULES.map((rule) => ({
        value: rule,
        label: t(`operate.network.keeping.${rule}`),
        note: t(`operate.network.keeping.${rule}.note`),
      }))}
    />
  );
}

/** Which rule divides the bills of the runs that open from now on. */
function ShareRuleChoice() {
  const { t } = useWords();
  return (
    <RadioGroup
      name="shareRule"
      label={t("operate.network.share-rule")}
      hint={t("operate.network.share-rule-hint")}
      options={SHARE_RULES.map((rule) => ({
        value: rule,
        label: t(`share-rule.${rule}`),
        note: t(`share-rule.${rule}.note`),
      }))}
    />
  );
}
