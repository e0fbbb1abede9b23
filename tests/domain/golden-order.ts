/**
 * An order of two groups, worked out by hand: two bags and three sambals, one bag given back, members paid. Whole rupiah; a debit is
 * positive. Balances stand under the kind of account, a member's under the member.
 */
export const GOLDEN_ORDER = {
  shipping: 27_000,
  fundBasisPoints: 700,
  networkFeeBasisPoints: 300,
  providerFee: 11_845,
  lines: [
    {
      ...{ id: "L1", group: "G1", pieces: 2, price: 84_999, weights: { M1: 1, M2: 1, M3: 1 } },
      split: { goods: 169_998, fund: 11_900, network: 5_100, members: { M1: 51_000, M2: 50_999, M3: 50_999 } },
    },
    {
      ...{ id: "L2", group: "G2", pieces: 1, price: 42_500, weights: { M4: 2, M5: 1 } },
      split: { goods: 42_500, fund: 2_975, network: 1_275, members: { M4: 25_500, M5: 12_750 } },
    },
    {
      ...{ id: "L3", group: "G2", pieces: 3, price: 33_333, weights: { M5: 1 } },
      split: { goods: 99_999, fund: 7_000, network: 3_000, members: { M5: 89_999 } },
    },
  ],
  oneBagBack: { goods: 84_999, fund: 5_950, network: 2_550, members: { M1: 25_500, M2: 25_500, M3: 25_499 } },
  afterPayment: {
    ...{ stripe: 327_652, "provider-fees": 11_845, "network-fee": -9_375, "group-fund": -21_875 },
    ...{ M1: -51_000, M2: -50_999, M3: -50_999, M4: -25_500, M5: -102_749, "shipping-held": -27_000 },
  },
  afterRefund: {
    ...{ stripe: 242_653, "provider-fees": 11_845, "network-fee": -6_825, "group-fund": -15_925 },
    ...{ M1: -25_500, M2: -25_499, M3: -25_500, M4: -25_500, M5: -102_749, "shipping-held": -27_000 },
  },
  /** M4, M5 and a part of M1 paid, the carrier too, whose bill left 1,500; the bank took 2,500 for its transfers. */
  afterPayouts: {
    ...{ money: 56_404, bankCharges: 2_500, cashBox: 10_000, surplus: 1_500 },
    ...{ "provider-fees": 11_845, "network-fee": -6_825, "group-fund": -15_925 },
    members: { M1: -5_500, M2: -25_499, M3: -25_500, M4: 0, M5: 0 },
  },
} as const;
