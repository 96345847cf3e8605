import { Button } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Page } from '../../../app/page';
import { Empty } from '../../../states/states';
import { PersonView } from '../person-view';
import { useWork } from '../work';

/** All that is known of one person. Its address is a place in the list of this work, so that it names nobody. */
export function PersonPage() {
  const { t } = useTranslation('person-search');
  const { place } = useParams({ strict: false });
  const chosen = useWork().chosen[Number(place) - 1];
  const back = (
    <Button component={Link} to="/search" variant="default" leftSection={<IconArrowLeft size={16} aria-hidden />}>
      {t('backToSearch')}
    </Button>
  );
  return (
    <Page title={t('person.title')} hint={chosen && t('person.hint')} actions={chosen && back} key={place}>
      {chosen ? (
        <PersonView chosen={chosen} />
      ) : (
        <Empty title={t('person.none')} action={back}>
          {t('person.noneHint')}
        </Empty>
      )}
    </Page>
  );
}
