import { buttonClass } from "./button.tsx";

/** A link to a sheet that the browser opens itself, to look at and print. */
export function PosterLink({ to, label }: { to: string; label: string }) {
  return (
    <a href={to} className={buttonClass("second")}>
      {label}
    </a>
  );
}
