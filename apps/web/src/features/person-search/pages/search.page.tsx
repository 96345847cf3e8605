import { useTranslation } from 'react-i18next';
import { Page } from '../../../app/page';
import { StatedBar } from '../../police/stated-bar';
import { useStated } from '../../police/stated';
import { SearchPages } from '../search-pages';
import { SearchForm } from '../search-form';
import { SearchResults } from '../search-results';
import { keep, useWork } from '../work';

/** One box for whatever is known of a person, and who that may be. */
export function SearchPage() {
  const { t } = useTranslation('person-search');
  const stated = useStated();
  const { asked } = useWork();
  return (
    <Page title={t('title')} hint={t('hint')} actions={<SearchPages />}>
      <StatedBar>
        {stated && (
          <SearchForm
            onSearch={(criteria) =>
              keep({ asked: { serial: (asked?.serial ?? 0) + 1, stated, criteria }, page: 0, chosen: [] })
            }
          />
        )}
        {asked && <SearchResults key={asked.serial} asked={asked} />}
      </StatedBar>
    </Page>
  );
}
