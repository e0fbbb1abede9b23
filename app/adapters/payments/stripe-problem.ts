import Stripe from "stripe";
import { type OutsideGuard, ProviderProblem } from "./port.ts";

/** Makes a call outside any transaction, and says what a refusal means. */
export type Outside = <T>(call: () => Promise<T>) => Promise<T>;

export function outsideOf(guard: OutsideGuard): Outside {
  return async (call) => {
    guard();
    return call().catch((problem: unknown) => {
      throw explained(problem);
    });
  };
}

export async function unlessMissing<T>(call: Promise<T>): Promise<T | null> {
  try {
    return await call;
  } catch (problem) {
    if (problem instanceof Stripe.errors.StripeInvalidRequestError && problem.code === "resource_missing") return null;
    throw problem;
  }
}

/** A refused request stays refused; a lost answer, an error of theirs or too many requests may be tried again. */
function explained(problem: unknown): unknown {
  if (!(problem instanceof Stripe.errors.StripeError)) return problem;
  // 409: the same request is under way this moment.
  const never =
    problem.statusCode !== 409 &&
    (problem instanceof Stripe.errors.StripeInvalidRequestError ||
      problem instanceof Stripe.errors.StripeIdempotencyError ||
      problem instanceof Stripe.errors.StripeCardError);
  return new ProviderProblem(`${problem.type}: ${problem.code ?? problem.message}`, {
    mayRetry: !never,
    isLacking: problem.code === "balance_insufficient",
    cause: problem,
  });
}
