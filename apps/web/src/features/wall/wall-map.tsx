import { Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/ask';
import { MapDrawing } from '../../maps/ward-map';
import { useWardPlaces } from '../../maps/ward-places';
import type { WardValue } from '../../maps/ward-value';
import { Answer } from '../../states/answer';
import { Empty } from '../../states/states';
import { useFigureText } from '../figures/figure-text';
import { untilTheEnd } from './every';
import classes from './wall.module.css';

/** Where people are now, by ward. */
export function WallMap({ policy }: { policy: string | undefined }) {
  const { t } = useTranslation('wall');
  const text = useFigureText();
  const query = useQuery({
    ...ask('getPeopleInHouse', { query: { by: 'ward', ...(policy !== undefined && { policy }) } }),
    ...untilTheEnd,
  });
  const places = useWardPlaces((query.data?.rows ?? []).flatMap(({ keys }) => keys.ward ?? []));
  return (
    <section className={classes.panel} aria-label={t('map')}>
      <Title order={2} className={classes.panelTitle}>
        {t('map')}
      </Title>
      <Answer query={query} empty={({ rows }) => rows.length === 0 && <Empty title={t('nobody')} />}>
        {({ rows, names }) => {
          const wards = rows.flatMap(({ keys, values, hidden }): WardValue[] => {
            const wardId = keys.ward;
            if (wardId == null) return [];
            return [
              {
                wardId,
                name: names.ward?.[wardId] ?? wardId,
                point: places.get(wardId)?.point ?? null,
                value: values['in-house'] ?? null,
                text: text(values['in-house'], hidden['in-house'], 'people'),
              },
            ];
          });
          return (
            <div className={classes.map}>
              <MapDrawing
                label={t('map')}
                wards={wards}
                around={[...places.values()].flatMap(({ point }) => (point ? [point] : []))}
              />
            </div>
          );
        }}
      </Answer>
    </section>
  );
}
