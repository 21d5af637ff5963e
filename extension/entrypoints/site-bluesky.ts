import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { bluesky } from '../sites/bluesky.ts';
import { offerSite } from '../sites/offered.ts';

export default defineUnlistedScript(() => offerSite(bluesky));
