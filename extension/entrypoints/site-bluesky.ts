import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { askEarly } from '../platform/early.ts';
import { bluesky } from '../sites/bluesky.ts';
import { offerSite } from '../sites/offered.ts';

export default defineUnlistedScript(() => {
  offerSite(bluesky);
  askEarly();
});
