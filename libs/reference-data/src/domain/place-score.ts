import type { AdminUnit } from './admin-unit';
import type { Place } from './place-index';
import { overlap, type Mention, type Mentions } from './place-mentions';

/** One reading of an address: a ward of either tree, where its name stands, and how well the rest of the text agrees. */
export interface Reading {
  readonly place: Place;
  readonly mention: Mention;
  readonly district: Mention | null;
  readonly province: Mention | null;
  readonly score: number;
}

/**
 * Weights of the evidence. They are ordered, not measured: where a ward lies outweighs how its name is written, and the
 * exact type word and marks decide between wards of one district. The specs over all mappings hold them in place.
 */
const WEIGHT = {
  type: { exact: 3, otherOfLevel: 1, none: -1 },
  spelling: { same: 1, other: -1.5 },
  uncleanEdge: -2,
  word: 0.25,
  district: { typed: 4, bare: 3, formerOfCurrent: 2, contradicted: -3, contradictedCurrent: -1.5 },
  province: { own: 4, otherTree: 2.5, contradicted: -5 },
  currentWithoutDistrict: 1,
  order: 0.5,
  givenProvince: 4,
} as const;

/**
 * Scores every ward that words of the text may mean; where no district or province agrees, only those with a type word.
 * @param given today's province, when the sender gave its code besides the text: wards elsewhere are not meant
 */
export function readings(mentions: Mentions, given: AdminUnit | undefined): Reading[] {
  const trustedProvinces = mentions.provinces.filter((mention) => mention.cleanLeft && mention.cleanRight);
  const trustedDistricts = mentions.districts.filter((mention) => mention.type !== null && mention.cleanRight);
  return mentions.wards.flatMap((mention) => {
    const named = nameScore(mention);
    const away = (others: readonly Mention[]): Mention[] => others.filter((other) => !overlap(mention, other));
    const context = { provinces: away(mentions.provinces), districts: away(mentions.districts) };
    const trusted = { provinces: away(trustedProvinces), districts: away(trustedDistricts) };
    const districtToo = isDistrictToo(mention, mentions.districts, context.provinces);
    const provinceToo = mentions.provinces.some((other) => sameWords(other, mention));
    // The text says where the ward lies, and no ward of the name lies there: it is not one of the others.
    const elsewhere = trusted.districts.length > 0 || context.provinces.some((other) => other.cleanRight);
    const standsAlone = mention.cleanLeft && mention.cleanRight;
    return mention.places.flatMap((place) => {
      const where = whereScore(place, mention, context, trusted);
      if (given && !place.wards.some((ward) => ward.parentId === given.unitId)) return [];
      const supported = where.district !== null || where.province !== null || given !== undefined;
      if (!supported && (mention.type === null || elsewhere)) return [];
      if (mention.type === null && !where.district && !(standsAlone && !districtToo)) return [];
      if (mention.type === null && !where.province && provinceToo) return [];
      const score =
        named +
        typeScore(place, mention) +
        spellingScore(place, mention) +
        where.score +
        (given ? WEIGHT.givenProvince : 0);
      return [{ place, mention, district: where.district, province: where.province, score }];
    });
  });
}

/** `Hội An, Quảng Nam` may mean the former city as well as a ward of the name: only a type word would make it the ward. */
const isDistrictToo = (mention: Mention, districts: readonly Mention[], provinces: readonly Mention[]): boolean =>
  districts
    .filter((other) => sameWords(other, mention))
    .flatMap((other) => other.places)
    .some((district) => provinces.length === 0 || provinces.some((province) => provinceMatch(district, province) > 0));

const sameWords = (a: Mention, b: Mention): boolean => a.start === b.start && a.end === b.end;

const nameScore = (mention: Mention): number =>
  (mention.cleanLeft ? 0 : WEIGHT.uncleanEdge) +
  (mention.cleanRight ? 0 : WEIGHT.uncleanEdge) +
  WEIGHT.word * (mention.end - mention.start - 1);

function typeScore(place: Place, mention: Mention): number {
  if (mention.type === null) return mention.cleanLeft && mention.cleanRight ? 0 : WEIGHT.type.none;
  return mention.type === place.type ? WEIGHT.type.exact : WEIGHT.type.otherOfLevel;
}

function spellingScore(place: Place, mention: Mention): number {
  if (!mention.marked) return 0;
  return mention.spelling === place.spelling ? WEIGHT.spelling.same : WEIGHT.spelling.other;
}

interface Where {
  readonly score: number;
  readonly district: Mention | null;
  readonly province: Mention | null;
}

type Larger = { readonly provinces: readonly Mention[]; readonly districts: readonly Mention[] };

/** One name may be a district's and a province's (Hà Tĩnh, Huế): it counts as that which fits better. */
function whereScore(place: Place, mention: Mention, context: Larger, trusted: Larger): Where {
  const [district, score] = best(context.districts, (other) => districtMatch(place, other));
  const without = inProvince(place, mention, context, trusted, null, 0);
  if (!district) return without;
  const within = inProvince(place, mention, context, trusted, district, score);
  return within.score >= without.score ? within : without;
}

function inProvince(
  place: Place,
  mention: Mention,
  context: Larger,
  trusted: Larger,
  district: Mention | null,
  districtScore: number,
): Where {
  const apart = (others: readonly Mention[], one: Mention | null): Mention[] =>
    others.filter((other) => !one || !overlap(one, other));
  const [province, provinceScore] = best(apart(context.provinces, district), (other) => provinceMatch(place, other));
  let score = districtScore + provinceScore + orderScore([mention, district, province]);
  if (!province && apart(trusted.provinces, district).length > 0) score += WEIGHT.province.contradicted;
  if (!district && apart(trusted.districts, province).length > 0) {
    score += place.current ? WEIGHT.district.contradictedCurrent : WEIGHT.district.contradicted;
  }
  if (place.current && !district && context.districts.every((other) => other.type === null)) {
    score += WEIGHT.currentWithoutDistrict;
  }
  return { score, district, province };
}

function best(mentions: readonly Mention[], match: (mention: Mention) => number): [Mention | null, number] {
  let [found, score]: [Mention | null, number] = [null, 0];
  for (const mention of mentions) {
    const value = match(mention);
    if (value > score) [found, score] = [mention, value];
  }
  return [found, score];
}

function districtMatch(place: Place, mention: Mention): number {
  const district = mention.places.find((other) => place.districtIds.includes(other.unit.unitId));
  if (!district) return 0;
  const edges = (mention.cleanLeft ? 0 : -0.5) + (mention.cleanRight ? 0 : -1);
  const spelled =
    edges + 0.1 * (mention.end - mention.start) + (mention.marked ? 0.3 * spellingScore(district, mention) : 0);
  if (place.current) return WEIGHT.district.formerOfCurrent + spelled;
  if (mention.type === null) return WEIGHT.district.bare + spelled;
  return (mention.type === district.type ? WEIGHT.district.typed : WEIGHT.district.bare) + spelled;
}

function provinceMatch(place: Place, mention: Mention): number {
  const edges = (mention.cleanLeft ? 0 : -0.5) + (mention.cleanRight ? 0 : -1);
  const of = (ids: readonly string[]): Place | undefined =>
    mention.places.find((other) => ids.includes(other.unit.unitId));
  const own = of(place.provinceIds);
  const other = own ?? of(place.otherProvinceIds);
  if (!other) return 0;
  const spelled = mention.marked && other.spelling !== mention.spelling ? -0.5 : 0;
  return (own ? WEIGHT.province.own : WEIGHT.province.otherTree) + edges + spelled;
}

/** Smallest first as on cards, or largest first, but not mixed. */
function orderScore(parts: readonly (Mention | null)[]): number {
  const starts = parts.filter((part) => part !== null).map((part) => part.start);
  const rising = starts.every((start, i) => i === 0 || start > (starts[i - 1] ?? 0));
  const falling = starts.every((start, i) => i === 0 || start < (starts[i - 1] ?? 0));
  return rising || falling ? WEIGHT.order : 0;
}
