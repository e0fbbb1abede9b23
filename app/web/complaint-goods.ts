import type { listComplaintLines } from "#db/read/complaints.ts";

type Lines = Awaited<ReturnType<typeof listComplaintLines>>;

/** Of one complaint: the goods that are left of what came, and what of them is sent again. */
export function goodsOf(complaintId: string, lines: Lines) {
  const own = lines.filter((line) => line.complaintId === complaintId);
  const shown = ({ orderLineId, name, unit, quantityMilli }: Lines[number]) => ({
    ...{ id: orderLineId, name, unit, quantityMilli },
  });
  return {
    lines: own.filter((line) => line.quantityMilli > 0).map(shown),
    resent: own.flatMap((line) =>
      line.resentMilli === null ? [] : [shown({ ...line, quantityMilli: line.resentMilli })],
    ),
  };
}
