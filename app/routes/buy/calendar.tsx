import { Link, type MetaFunction, useLoaderData } from "@remix-run/react";
import { dayInWib } from "#app/domain/calendar-day.ts";
import { harvestCalendar } from "#app/domain/harvest-calendar.ts";
import { formatMonthName } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { Empty, Page } from "#app/ui/page.tsx";
import { door } from "#app/web/door.server.ts";
import { shareOf, shareTags } from "#app/web/share.ts";
import { wordsFor } from "#app/web/title.ts";
import { listHarvestWindows } from "#db/read/harvests.ts";

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => {
  const t = wordsFor(matches);
  if (!data) return [{ title: "Lumbung" }];
  return shareTags({ title: t("calendar.title"), description: t("calendar.lead"), share: data.share });
};

export const loader = door(async ({ ctx }) => {
  const month = Number(dayInWib(ctx.now.getTime()).slice(5, 7));
  return { rows: harvestCalendar(await listHarvestWindows()), month, share: shareOf(ctx, "/calendar") };
});

export default function Calendar() {
  const { rows, month } = useLoaderData<typeof loader>();
  const { t } = useWords();
  return (
    <Page title={t("calendar.title")} lead={t("calendar.lead")} back={{ to: "/listings", label: t("catalogue.title") }}>
      {rows.length === 0 ? (
        <Empty text={t("calendar.empty")}>
          <ButtonLink to="/listings">{t("catalogue.see-all")}</ButtonLink>
        </Empty>
      ) : (
        <Months rows={rows} month={month} />
      )}
    </Page>
  );
}

type MonthsProps = { rows: { name: string; groupNames: string[]; months: boolean[] }[]; month: number };

/** Each thing has its name on a line of its own above its twelve months, so that the table is no wider than a phone. */
function Months({ rows, month }: MonthsProps) {
  const { t, locale } = useWords();
  const months = Array.from({ length: 12 }, (_, at) => ({ number: at + 1, name: formatMonthName(locale, at + 1) }));
  return (
    <table className="w-full max-w-3xl table-fixed border-collapse">
      <caption className="mb-3 text-start text-quiet">
        {t("calendar.caption", { month: formatMonthName(locale, month) })}
      </caption>
      <thead>
        <tr>
          {months.map(({ number, name }) => (
            <th
              key={number}
              scope="col"
              aria-current={number === month ? "date" : undefined}
              className={`px-0 py-2 text-center text-sm ${number === month ? "rounded-t-field bg-gold-soft font-bold text-gold-ink" : "font-semibold text-quiet"}`}
            >
              <span aria-hidden="true" className="sm:hidden">
                {name.slice(0, 1)}
              </span>
              <span className="max-sm:sr-only">
                <span aria-hidden="true">{name.slice(0, 3)}</span>
                <span className="sr-only">{name}</span>
              </span>
            </th>
          ))}
        </tr>
      </thead>
      {rows.map((row) => (
        <tbody key={row.name} className="border-t border-line">
          <tr>
            <th colSpan={12} scope="rowgroup" className="pt-3 text-start font-normal">
              <Link
                to={`/listings?${new URLSearchParams({ q: row.name, kind: "harvest" })}`}
                className="inline-flex min-h-11 items-center font-semibold text-sea underline underline-offset-2"
              >
                {row.name}
              </Link>{" "}
              <span className="text-sm text-quiet">{row.groupNames.join(", ")}</span>
            </th>
          </tr>
          <tr>
            {months.map(({ number, name }) => (
              <Month key={number} isHarvested={row.months[number - 1] ?? false} isNow={number === month} name={name} />
            ))}
          </tr>
        </tbody>
      ))}
    </table>
  );
}

function Month({ isHarvested, isNow, name }: { isHarvested: boolean; isNow: boolean; name: string }) {
  const { t } = useWords();
  return (
    <td className={`h-9 p-0.5 pb-2 ${isNow ? "bg-gold-soft" : ""}`}>
      <span
        title={isHarvested ? name : undefined}
        className={`grid h-full place-items-center rounded-sm text-sm ${isHarvested ? "bg-mangrove-soft font-semibold text-mangrove" : "text-quiet"}`}
      >
        <span aria-hidden="true">{isHarvested ? "✓" : "·"}</span>
        <span className="sr-only">{t(isHarvested ? "calendar.yes" : "calendar.no")}</span>
      </span>
    </td>
  );
}
