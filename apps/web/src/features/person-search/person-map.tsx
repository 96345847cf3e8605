import type { Output } from '@luutru/client';
import { Box } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { MapDrawing } from '../../maps/ward-map';

export type VisitedWards = Output<'viewPerson'>['map'];

/** The wards somebody stayed in, as large as the number of stays. The list below it says the same, and more. */
export function PersonMap({ wards }: { wards: VisitedWards }) {
  const { t } = useTranslation('person-search');
  if (!wards.some(({ point }) => point !== null)) return null;
  return (
    <Box h={300}>
      <MapDrawing
        label={t('person.map')}
        wards={wards.map(({ wardId, wardName, point, stays }) => ({
          wardId,
          name: wardName,
          point,
          value: stays,
          text: t('person.times', { count: stays }),
        }))}
      />
    </Box>
  );
}
