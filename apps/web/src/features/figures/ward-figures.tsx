import type { Output } from '@luutru/client';
import { useTranslation } from 'react-i18next';
import { WardMap } from '../../maps/ward-map';
import { useWardPlaces } from '../../maps/ward-places';
import type { WardValue } from '../../maps/ward-value';
import { useFigureText, useIndicators } from './figure-text';
import type { Look } from './look';
import { sorted } from './sorted';

interface WardFiguresProps {
  readonly look: Look;
  readonly figures: Output<'getFigures'>;
  readonly measure: string;
}

/** The wards on a map, as large as their figure; a ward leads to its own figures. */
export function WardFigures({ look, figures, measure }: WardFiguresProps) {
  const { t } = useTranslation('figures');
  const { nameOf, unitOf } = useIndicators();
  const text = useFigureText();
  const rows = sorted(figures.rows, 'ward', measure);
  const places = useWardPlaces(rows.flatMap(({ keys }) => keys.ward ?? []));
  const wards = rows.flatMap(({ keys, values, hidden }): WardValue[] => {
    const wardId = keys.ward;
    if (wardId == null) return [];
    return [
      {
        wardId,
        name: figures.names.ward?.[wardId] ?? wardId,
        point: places.get(wardId)?.point ?? null,
        value: values[measure] ?? null,
        text: text(values[measure], hidden[measure], unitOf(measure)),
      },
    ];
  });
  return (
    <WardMap
      label={t('map', { measure: nameOf(measure) })}
      wards={wards}
      pending={places.size === 0}
      around={[...places.values()].flatMap(({ unitId, point }) =>
        point && !wards.some(({ wardId }) => wardId === unitId) ? [point] : [],
      )}
      onSelect={(ward) => look.change({ ward, by: undefined })}
    />
  );
}
