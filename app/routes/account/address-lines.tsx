type Address = {
  label: string;
  street: string;
  rt: string;
  rw: string;
  landmark: string;
  postcode: string;
  place: string;
};

/** A kept address: its owner's name for it, then where it is. */
export function AddressLines({ address }: { address: Address }) {
  const { label, street, rt, rw, landmark, postcode, place } = address;
  const near = [street, rt && `RT ${rt}`, rw && `RW ${rw}`, landmark].filter(Boolean).join(", ");
  return (
    <div className="min-w-0">
      <p className="font-semibold">{label}</p>
      <p>{near}</p>
      <p className="text-sm text-quiet">{[place, postcode].filter(Boolean).join(" ")}</p>
    </div>
  );
}
