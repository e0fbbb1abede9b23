import { Link } from "@remix-run/react";
import { useWords } from "#app/i18n/words.tsx";

export type Way = { to: string; label: string };

const LINK = "inline-flex min-h-11 items-center gap-1 text-sea underline underline-offset-2";

/** The pages above this one. A phone shows the nearest, a wide screen all of them. */
export function Trail({ ways }: { ways: Way[] }) {
  const { t } = useWords();
  const nearest = ways.at(-1);
  return (
    <nav aria-label={t("trail.label")} className="mb-2 print:hidden">
      <ol className="flex flex-wrap items-center gap-x-2">
        {ways.map((way) => (
          <li key={way.to} className={`items-center gap-x-2 ${way === nearest ? "flex" : "flex max-sm:hidden"}`}>
            <Link to={way.to} className={LINK}>
              {way === nearest ? (
                <span aria-hidden="true" className={ways.length > 1 ? "sm:hidden" : ""}>
                  ←
                </span>
              ) : null}
              {way.label}
            </Link>
            {ways.length > 1 ? (
              <span aria-hidden="true" className="text-quiet max-sm:hidden">
                /
              </span>
            ) : null}
          </li>
        ))}
      </ol>
    </nav>
  );
}
