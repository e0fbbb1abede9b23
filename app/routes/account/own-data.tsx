import type { MetaFunction } from "@remix-run/react";
import { permit } from "#app/domain/permissions.ts";
import { useWords } from "#app/i18n/words.tsx";
import { ButtonLink, buttonClass } from "#app/ui/button.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { door } from "#app/web/door.server.ts";
import { pageTitle } from "#app/web/title.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "own-data.title");

export const loader = door(async ({ ctx }) => {
  permit(ctx.actor, "see-account");
  return null;
});

export default function OwnData() {
  const { t } = useWords();
  return (
    <Page
      title={t("own-data.title")}
      lead={t("own-data.lead")}
      back={{ to: "/account", label: t("nav.account") }}
      width="narrow"
    >
      <Section title={t("own-data.take")}>
        <p className="text-quiet">{t("own-data.take.lead")}</p>
        <div className="flex flex-wrap gap-3">
          <a href="/account/data.json" download className={buttonClass("second")}>
            {t("own-data.all")}
          </a>
          <a href="/account/orders.csv" download className={buttonClass("second")}>
            {t("own-data.orders")}
          </a>
        </div>
      </Section>
      <Section title={t("erase.title")}>
        <p className="text-quiet">{t("own-data.erase.lead")}</p>
        <p>
          <ButtonLink to="/account/delete" look="danger">
            {t("erase.title")}
          </ButtonLink>
        </p>
      </Section>
    </Page>
  );
}
