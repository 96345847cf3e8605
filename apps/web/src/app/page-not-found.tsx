import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Page } from './page';

export function PageNotFound() {
  const { t } = useTranslation('common');
  return (
    <Page title={t('states.notFound')}>
      <div>
        <Button component={Link} to="/">
          {t('states.toStart')}
        </Button>
      </div>
    </Page>
  );
}
