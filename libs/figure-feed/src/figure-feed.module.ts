import { Module } from '@nestjs/common';
import { DeliveryAdminModule } from '@luutru/delivery';
import { StatisticsModule } from '@luutru/statistics';
import { FeedFigures } from './feed-figures';
import { FeedRepository } from './feed.repository';

/** The feed as it is read. */
@Module({
  imports: [DeliveryAdminModule, StatisticsModule],
  providers: [FeedFigures, FeedRepository],
  exports: [FeedFigures, FeedRepository],
})
export class FigureFeedModule {}
