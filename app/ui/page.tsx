import type { ReactNode } from "react";
import { Drawing, type DrawingName } from "./drawing.tsx";
import { Trail, type Way } from "./trail.tsx";

type Width = "narrow" | "wide";

/** A page's frame: title first, one column on a phone. */
export function Page({
  title,
  lead,
  back,
  trail,
  width = "wide",
  children,
}: {
  title: ReactNode;
  lead?: ReactNode;
  /** The page above this one, or for deep pages all of them, the nearest last. */
  back?: Way;
  trail?: Way[];
  width?: Width;
  children: ReactNode;
}) {
  const ways = trail ?? (back ? [back] : []);
  return (
    <div className={`mx-auto w-full px-4 py-6 sm:py-8 ${width === "narrow" ? "max-w-xl" : "max-w-6xl"}`}>
      {ways.length > 0 ? <Trail ways={ways} /> : null}
      <h1>{title}</h1>
      {lead ? <div className="mt-2 max-w-prose text-lg text-quiet">{lead}</div> : null}
      <div className="mt-6 grid gap-8">{children}</div>
    </div>
  );
}

export function Card({ children, className = "" }: { children: ReactNode; className?: string }) {
  return (
    <div className={`min-w-0 rounded-card border border-line bg-card p-4 shadow-card sm:p-5 ${className}`}>
      {children}
    </div>
  );
}

export function Section({ title, children, id }: { title: ReactNode; children: ReactNode; id?: string }) {
  return (
    <section id={id} className="grid gap-3">
      <h2>{title}</h2>
      {children}
    </section>
  );
}

type Tone = "info" | "good" | "warn" | "bad";
const TONES: Record<Tone, string> = {
  info: "border-sea bg-sea-soft text-sea-deep",
  good: "border-mangrove bg-mangrove-soft text-mangrove",
  warn: "border-gold bg-gold-soft text-gold-ink",
  bad: "border-clay bg-clay-soft text-clay",
};

export function Notice({ tone = "info", children }: { tone?: Tone; children: ReactNode }) {
  return <div className={`rounded-card border-s-8 p-4 ${TONES[tone]}`}>{children}</div>;
}

export function Badge({ tone = "info", children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span className={`inline-block rounded-full border px-2.5 py-0.5 text-sm font-semibold ${TONES[tone]}`}>
      {children}
    </span>
  );
}

/** What to show where there is nothing yet: say so, and what to do. */
export function Empty({
  text,
  drawing = "barn",
  children,
}: {
  text: ReactNode;
  drawing?: DrawingName;
  children?: ReactNode;
}) {
  return (
    <div className="grid justify-items-center gap-4 rounded-card border-2 border-dashed border-line p-6 text-center text-quiet">
      <Drawing name={drawing} />
      <p className="max-w-prose">{text}</p>
      {children}
    </div>
  );
}
