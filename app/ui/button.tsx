import { Link } from "@remix-run/react";
import type { ButtonHTMLAttributes, ReactNode } from "react";

type Look = "main" | "second" | "quiet" | "danger";

const LOOKS: Record<Look, string> = {
  main: "bg-sea text-on-sea hover:bg-sea-deep border-sea",
  second: "bg-card text-sea border-sea hover:bg-sea-soft",
  quiet: "bg-transparent text-sea border-transparent underline underline-offset-2 hover:bg-sea-soft",
  danger: "bg-card text-clay border-clay hover:bg-clay-soft",
};

const SHAPE =
  "inline-flex min-h-11 items-center justify-center gap-2 rounded-field border-2 px-4 py-2 text-center font-semibold leading-tight no-underline cursor-pointer transition-colors disabled:cursor-not-allowed disabled:border-line disabled:bg-sand disabled:text-quiet aria-busy:cursor-progress aria-busy:border-line aria-busy:bg-sand aria-busy:text-quiet";

export function buttonClass(look: Look = "main", wide = false): string {
  return `${SHAPE} ${LOOKS[look]} ${wide ? "w-full" : ""}`;
}

type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & { look?: Look; wide?: boolean };

export function Button({ look = "main", wide = false, type = "submit", className = "", ...rest }: ButtonProps) {
  return <button type={type} className={`${buttonClass(look, wide)} ${className}`} {...rest} />;
}

export function ButtonLink({
  to,
  look = "main",
  wide = false,
  children,
}: {
  to: string;
  look?: Look;
  wide?: boolean;
  children: ReactNode;
}) {
  return (
    <Link to={to} className={buttonClass(look, wide)}>
      {children}
    </Link>
  );
}
