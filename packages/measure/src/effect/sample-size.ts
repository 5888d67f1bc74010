/** 1.96 and 0.84: 5 % of false alarms on both sides together, 80 % power. */
const [CONFIDENCE, POWER] = [1.959963984540054, 0.8416212335729143];

/**
 * Persons needed in each of two groups so that a share of `base` becoming `base + change` is seen four times in five at
 * 5 % (both 0 to 1; normal approximation, unpooled; Fleiss, Levin and Paik 2003, 4.2). Undefined: no such change.
 */
export function personsPerArm(base: number, change: number): number | undefined {
  const raised = base + change;
  if (!(change !== 0 && base >= 0 && base <= 1 && raised >= 0 && raised <= 1)) return undefined;
  const middle = (base + raised) / 2;
  const root =
    CONFIDENCE * Math.sqrt(2 * middle * (1 - middle)) + POWER * Math.sqrt(base * (1 - base) + raised * (1 - raised));
  return Math.ceil(root ** 2 / change ** 2);
}

/** The smallest rise of a share of `base` that so many persons in each group would show, by halving; 0 to 1. */
export function smallestRise(base: number, perArm: number): number | undefined {
  let [low, high] = [0, 1 - base];
  if ((personsPerArm(base, high) ?? Infinity) > perArm) return undefined;
  for (let n = 0; n < 60; n += 1) {
    const middle = (low + high) / 2;
    if (middle > 0 && (personsPerArm(base, middle) ?? Infinity) <= perArm) high = middle;
    else low = middle;
  }
  return high;
}
