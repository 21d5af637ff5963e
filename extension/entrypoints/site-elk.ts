import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { askEarly } from '../platform/early.ts';
import { elk } from '../sites/elk.ts';
import { offerSite } from '../sites/offered.ts';

export default defineUnlistedScript(() => {
  offerSite(elk);
  askEarly();
});
