import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { askEarly } from '../platform/early.ts';
import { mastodon } from '../sites/mastodon.ts';
import { offerSite } from '../sites/offered.ts';

export default defineUnlistedScript(() => {
  offerSite(mastodon);
  askEarly();
});
