import type { ComponentProps, ReactNode } from "react";
import { TextField } from "./fields.tsx";

type Bare = Pick<ComponentProps<typeof TextField>, "name" | "label" | "hint" | "optional">;

/** How much of a unit: "3", "12,5" or "12,5 kg". */
export function QuantityField({ unit, ...rest }: Bare & { unit?: ReactNode }) {
  return <TextField {...rest} inputMode="decimal" autoComplete="off" maxLength={16} suffix={unit} />;
}

/** A day, by the device's own calendar. */
export function DateField(props: Bare) {
  return <TextField {...props} type="date" />;
}

/** A day and an hour, in WIB. */
export function MomentField(props: Bare) {
  return <TextField {...props} type="datetime-local" />;
}

/** A phone number, written in any of the usual ways; the browser offers its owner's only where that is asked for. */
export function PhoneField({ isOwn = true, ...rest }: Bare & { isOwn?: boolean }) {
  return <TextField {...rest} type="tel" inputMode="tel" autoComplete={isOwn ? "tel" : "off"} maxLength={60} />;
}
