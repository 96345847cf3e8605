import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Empty } from '../states/states';

export function PageNotFound() {
  const { t } = useTranslation('common');
  return (
    <Empty
      title={t('states.notFound')}
      action={
        <Button component={Link} to="/">
          {t('states.toStart')}
        </Button>
      }
    />
  );
}
