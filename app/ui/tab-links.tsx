import { Link } from "@remix-run/react";
import type { ReactNode } from "react";

type TabLinksProps = {
  /** What the tabs choose between. */
  label: string;
  tabs: { key: string; to: string; label: ReactNode; isHere: boolean }[];
};

const TAB =
  "inline-flex min-h-11 shrink-0 items-center rounded-full border-2 px-4 font-semibold leading-tight no-underline whitespace-nowrap";

/** Views of one thing, as plain links; a phone swipes through them. */
export function TabLinks({ label, tabs }: TabLinksProps) {
  return (
    <nav
      aria-label={label}
      className="-mx-4 flex gap-2 overflow-x-auto px-4 py-1 sm:mx-0 sm:flex-wrap sm:px-1 print:hidden"
    >
      {tabs.map((tab) => (
        <Link
          key={tab.key}
          to={tab.to}
          aria-current={tab.isHere ? "page" : undefined}
          className={`${TAB} ${tab.isHere ? "border-sea bg-sea text-on-sea" : "border-edge bg-card text-sea hover:border-sea"}`}
        >
          {tab.label}
        </Link>
      ))}
    </nav>
  );
}
