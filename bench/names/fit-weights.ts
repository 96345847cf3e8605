import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '@luutru/platform';
import { comparePair } from '../../libs/screening/src/domain/compare-names';
import { VIETNAMESE_NAME_RARITY } from '../../libs/screening/src/domain/name-rarity';
import { PRIOR_WEIGHTS } from './prior-weights';
import type { NameFeature, NameWeights } from '../../libs/screening/src/domain/name-features';
import { readName } from '../../libs/screening/src/domain/read-name';
import { DATA } from './generate';
import { fromCsv } from './name-pair';

/** How far, in log-odds, the data may pull a weight from what was assumed before them: one standard deviation. */
const SPREAD = 1.5;
/** Whatever the data say, a cost stays over this part of what was assumed: names with errors must rank below names without. */
const LEAST_PART = 0.5;
const ROUNDS = 6;
const STEPS = 3_000;

interface Example {
  readonly same: boolean;
  readonly features: readonly (readonly [feature: NameFeature, amount: number])[];
}

/**
 * Fits the weights of compareNames to the dev halves by logistic regression: the largest posterior under a normal prior
 * around assumed weights. Pairing words depends on the weights, so both are repeated in turn. The same numbers each time.
 */
export function fitWeights(): void {
  const pairs = ['vietnamese.csv', 'foreign.csv']
    .flatMap((file) => fromCsv(readFileSync(join(DATA, file), 'utf8')))
    .filter(({ split }) => split === 'dev')
    .map(({ same, asked, found }) => ({ same, one: readName(asked), other: readName(found) }));
  let weights: NameWeights = PRIOR_WEIGHTS;
  for (let round = 0; round < ROUNDS; round += 1) {
    const examples = pairs.map(({ same, one, other }): Example => {
      const { differences } = comparePair(one, other, weights, VIETNAMESE_NAME_RARITY);
      return { same, features: differences.map(({ feature, amount }) => [feature, amount] as const) };
    });
    // Two names between which nothing stands score 1 whatever the weights.
    weights = fit(examples.filter(({ features }) => features.length > 0));
  }
  writeFileSync(join(projectRoot(), 'libs/screening/src/domain/name-weights.ts'), asSource(weights));
}

function fit(examples: readonly Example[]): NameWeights {
  const names = Object.keys(PRIOR_WEIGHTS.costs) as NameFeature[];
  const prior = [PRIOR_WEIGHTS.intercept, ...names.map((name) => PRIOR_WEIGHTS.costs[name])];
  const at = new Map(names.map((name, index) => [name, index + 1]));
  const rows = examples.map(({ same, features }) => ({
    same,
    features: features.map(([name, amount]) => [at.get(name) ?? 0, amount] as const),
  }));
  const values = [...prior];
  const mean = prior.map(() => 0);
  const square = prior.map(() => 0);
  for (let step = 1; step <= STEPS; step += 1) {
    const gradient = values.map((value, index) => (value - (prior[index] ?? 0)) / SPREAD ** 2);
    for (const { same, features } of rows) {
      const odds = features.reduce((sum, [index, amount]) => sum - (values[index] ?? 0) * amount, values[0] ?? 0);
      const error = 1 / (1 + Math.exp(-odds)) - (same ? 1 : 0);
      gradient[0] = (gradient[0] ?? 0) + error;
      for (const [index, amount] of features) gradient[index] = (gradient[index] ?? 0) - error * amount;
    }
    // Adam: steps that suit weights seen in thousands of pairs and in three.
    for (const [index, slope] of gradient.entries()) {
      mean[index] = 0.9 * (mean[index] ?? 0) + 0.1 * slope;
      square[index] = 0.999 * (square[index] ?? 0) + 0.001 * slope ** 2;
      const move = mean[index] / (1 - 0.9 ** step) / (Math.sqrt(square[index] / (1 - 0.999 ** step)) + 1e-8);
      values[index] = Math.max(
        LEAST_PART * (prior[index] ?? 0),
        (values[index] ?? 0) - (0.03 - (0.029 * step) / STEPS) * move,
      );
    }
  }
  const rounded = values.map((value) => Math.round(value * 100) / 100);
  const costs = Object.fromEntries(names.map((name, index) => [name, rounded[index + 1] ?? 0]));
  return { intercept: rounded[0] ?? 0, costs: costs as Record<NameFeature, number> };
}

const asSource = ({ intercept, costs }: NameWeights): string => `/**
 * Weights of compareNames: log-odds that what stands between two names takes away. Made by bench/names/fit-weights.ts
 * (\`npm run bench -- names-fit\`) from the dev halves of bench/names/data; not written by hand.
 */
export const NAME_WEIGHTS = {
  intercept: ${intercept},
  costs: {
${Object.entries(costs)
  .map(([name, cost]) => `    ${/^\w+$/.test(name) ? name : `'${name}'`}: ${cost},`)
  .join('\n')}
  },
} as const;
`;
