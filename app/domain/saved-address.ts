import { z } from "zod";
import { CheckoutForm } from "./order.ts";

/** How many addresses a person may keep. */
export const ADDRESSES_AT_MOST = 10;

const { street, rt, rw, landmark, postal, formKey } = CheckoutForm.shape;

/** An address as its owner writes it down; the village is read beside it. */
export const SavedAddressForm = z.object({
  formKey,
  label: z.string().trim().min(1, { error: "required" }).max(40, { error: "too-long" }),
  street: street.unwrap().min(1, { error: "street-needed" }),
  ...{ rt, rw, landmark, postal },
});
export type SavedAddressForm = z.output<typeof SavedAddressForm>;
